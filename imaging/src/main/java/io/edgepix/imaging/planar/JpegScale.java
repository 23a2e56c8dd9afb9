package io.edgepix.imaging.planar;

/** Chooses the size to which libjpeg-turbo decodes a JPEG. */
final class JpegScale {
    /**
     * The fewest pixels for each pixel of the derivative at which decoding to half size is enough. The next two
     * constants are for a quarter and an eighth. With fewer pixels, textures turn into moire.
     */
    private static final double TO_A_HALF = 5;

    private static final double TO_A_QUARTER = 14;
    private static final double TO_AN_EIGHTH = 24;

    private JpegScale() {}

    /** Returns the divisor of the sides: 1, 2, 4 or 8. A Lanczos filter does the rest. */
    static int divisor(double shrink) {
        if (shrink >= TO_AN_EIGHTH) {
            return 8;
        }
        return shrink >= TO_A_QUARTER ? 4 : shrink >= TO_A_HALF ? 2 : 1;
    }
}
