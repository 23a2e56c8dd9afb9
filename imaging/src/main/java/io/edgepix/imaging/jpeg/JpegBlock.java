package io.edgepix.imaging.jpeg;

/** A block of a JPEG: 8 by 8 samples, stored as 64 coefficients in zigzag order. */
final class JpegBlock {
    /** The number of samples across and down. */
    static final int SIDE = 8;
    /** The number of coefficients. */
    static final int SIZE = 64;
    /** The number of coefficients by which a run of zeros, or an end-of-block code, can overrun a block. */
    static final int SPILL = 64;

    private static final int[] ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private JpegBlock() {}

    /**
     * Returns the row-by-row index of each coefficient, by its position in zigzag order. The index is {@link #SIZE} if
     * the coefficient is not one of the lowest {@code side} across and down.
     */
    static int[] places(int side) {
        int[] places = new int[SIZE + SPILL];
        for (int i = 0; i < places.length; i++) {
            boolean counts = i < SIZE && isWithin(i, side);
            places[i] = counts ? ORDER[i] : SIZE;
        }
        return places;
    }

    /**
     * Tells whether a coefficient is one of the lowest {@code side} across and down.
     *
     * @param k its position in zigzag order
     */
    static boolean isWithin(int k, int side) {
        return column(k) < side && row(k) < side;
    }

    /** Returns the horizontal frequency of a coefficient by its position in zigzag order. */
    static int column(int k) {
        return ORDER[k] % SIDE;
    }

    /** Returns the vertical frequency of a coefficient by its position in zigzag order. */
    static int row(int k) {
        return ORDER[k] / SIDE;
    }

    /** Returns how many coefficients in zigzag order include all of the lowest {@code side} across and down. */
    static int enough(int side) {
        return switch (side) {
            case 1 -> 1;
            case 2 -> 5;
            case 4 -> 25;
            default -> SIZE;
        };
    }
}
