package io.edgepix.imaging.colour;

/** The conversion of samples without a profile to sRGB. */
public final class DefaultColour {
    private DefaultColour() {}

    /** Returns the conversion for a number of colours: 1 is grey, 3 is sRGB, and 4 is CMYK. */
    public static Colour of(int colours) {
        return switch (colours) {
            case 1 -> Colour.GREY;
            case 3 -> Colour.SRGB;
            case 4 -> new CmykColour();
            default -> throw new IllegalArgumentException("Expected 1, 3 or 4 colours, got " + colours);
        };
    }
}
