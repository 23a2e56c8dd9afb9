package io.edgepix.imaging.planar;

/** Chooses the size to which libjpeg-turbo decodes a JPEG. */
final class JpegScale {
    /**
     * The least number of pixels for one of the derivative from which on decoding to half size is enough; the next two
     * are for a quarter and an eighth. With fewer, textures turn into moire.
     */
    private static final double TO_A_HALF = 5;

    private static final double TO_A_QUARTER = 14;
    private static final double TO_AN_EIGHTH = 24;

    private JpegScale() {}

    /** Returns the divisor of the sides: 1, 2, 4 or 8. Lanczos shrinks the rest. */
    static int divisor(double shrink) {
        if (shrink >= TO_AN_EIGHTH) {
            return 8;
        }
        return shrink >= TO_A_QUARTER ? 4 : shrink >= TO_A_HALF ? 2 : 1;
    }
}
