package io.edgepix.imaging.colour;

/** How the colours of an original are brought to sRGB. */
public interface Colour {
    /** Three colours that are sRGB already. */
    Colour SRGB = (row, pixels, srgb) -> {
        for (int i = 0; i < pixels * 3; i++) {
            srgb[i] = (byte) (row[i] + 0.5f);
        }
    };

    /** One colour, a grey on sRGB's own curve. */
    Colour GREY = (row, pixels, srgb) -> {
        for (int i = 0; i < pixels; i++) {
            byte grey = (byte) (row[i] + 0.5f);
            srgb[i * 3] = grey;
            srgb[i * 3 + 1] = grey;
            srgb[i * 3 + 2] = grey;
        }
    };

    /**
     * Converts a row.
     *
     * @param row straight colours, 0 to 255; may be changed
     * @param srgb three bytes a pixel
     */
    void toSrgb(float[] row, int pixels, byte[] srgb);

    /** For samples of which no profile tells more; four colours are inks. */
    static Colour plain(int colours) {
        return switch (colours) {
            case 1 -> GREY;
            case 3 -> SRGB;
            case 4 -> new InkColour();
            default -> throw new IllegalArgumentException("No colour space has " + colours + " colours here");
        };
    }

    /** The same for samples stored as 255 minus themselves, as Adobe stores inks in JPEG. */
    default Colour inverted() {
        return (row, pixels, srgb) -> {
            for (int i = 0; i < pixels * 4; i++) {
                row[i] = 255 - row[i];
            }
            toSrgb(row, pixels, srgb);
        };
    }
}
