package io.edgepix.imaging.colour;

/** The conversion to sRGB of samples that have no profile. */
public final class DefaultColour {
    private DefaultColour() {}

    /** Returns the conversion for a number of colours: one is grey, three are sRGB, four are CMYK. */
    public static Colour of(int colours) {
        return switch (colours) {
            case 1 -> Colour.GREY;
            case 3 -> Colour.SRGB;
            case 4 -> new CmykColour();
            default -> throw new IllegalArgumentException("Expected 1, 3 or 4 colours, got " + colours);
        };
    }
}
