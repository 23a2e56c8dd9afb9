package io.edgepix.imaging.sample;

/**
 * The samples of a decoded original, row by row, in its own colour space.
 *
 * <p>A row is read as floats on a byte's scale, 0 to 255, pixel by pixel: the colours, multiplied by alpha
 * where there is one, then alpha.
 */
public interface Rows {
    /** Returns how many pixels and samples there are. */
    RowShape shape();

    /** Reads a row; the array has room for it. */
    void read(int y, float[] row);

    /** Returns the number of pixels of a row. */
    default int width() {
        return shape().width();
    }

    /** Returns the number of rows. */
    default int height() {
        return shape().height();
    }

    /** Returns how many samples of a pixel are colours: 1, 3 or 4. */
    default int colours() {
        return shape().colours();
    }

    /** Whether the last sample of a pixel is alpha. */
    default boolean alpha() {
        return shape().alpha();
    }

    /** Returns the number of samples of a pixel. */
    default int bands() {
        return shape().bands();
    }

    /** Returns the averages of boxes of pixels, which are that many columns wide and rows high. */
    default Rows averaged(int across, int down) {
        return new AveragedRows(this, across, down);
    }
}
