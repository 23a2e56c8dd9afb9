package io.edgepix.imaging.colour;

/** Converts the colours of an original to sRGB. */
public interface Colour {
    /** Converts red, green and blue that are already sRGB. */
    Colour SRGB = (row, pixels, srgb) -> {
        for (int i = 0; i < pixels * 3; i++) {
            srgb[i] = (byte) (row[i] + 0.5f);
        }
    };

    /** Converts greys that are stored with sRGB's transfer curve. */
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
     * @param row straight colours without alpha, pixel by pixel, 0 to 255; the conversion may overwrite them
     * @param pixels the number of pixels
     * @param srgb receives three bytes per pixel: red, green and blue
     */
    void toSrgb(float[] row, int pixels, byte[] srgb);

    /**
     * Returns this conversion for four colours that are stored inverted, as 255 minus the value. Adobe stores CMYK in
     * JPEGs this way.
     */
    default Colour inverted() {
        return (row, pixels, srgb) -> {
            for (int i = 0; i < pixels * 4; i++) {
                row[i] = 255 - row[i];
            }
            toSrgb(row, pixels, srgb);
        };
    }
}
