package io.edgepix.imaging.sample;

/**
 * The samples of a decoded original, row by row, in its own colour space.
 *
 * <p>A row is read as floats on a byte's scale, 0 to 255, pixel by pixel: first the colours, multiplied by alpha if
 * there is alpha, then alpha.
 */
public interface Rows {
    /** Returns the size and the samples of a pixel. */
    RowShape shape();

    /**
     * Reads a row.
     *
     * @param row an array with at least {@link #width} times {@link #bands} elements
     */
    void read(int y, float[] row);

    /** Returns the number of pixels of a row. */
    default int width() {
        return shape().width();
    }

    /** Returns the number of rows. */
    default int height() {
        return shape().height();
    }

    /** Returns the number of colour samples of a pixel: 1, 3 or 4. */
    default int colours() {
        return shape().colours();
    }

    /** Tells whether the last sample of a pixel is alpha. */
    default boolean alpha() {
        return shape().alpha();
    }

    /** Returns the number of samples of a pixel. */
    default int bands() {
        return shape().bands();
    }
}
