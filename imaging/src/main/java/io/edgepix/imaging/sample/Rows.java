package io.edgepix.imaging.sample;

/**
 * The samples of a decoded original, row by row, in its own colour space.
 *
 * <p>A row is read as floats on a byte's scale, 0 to 255, pixel by pixel: the colours, multiplied by alpha
 * where there is one, then alpha.
 */
public interface Rows {
    int width();

    int height();

    /** How many samples of a pixel are colours: 1, 3 or 4. */
    int colours();

    boolean alpha();

    /** Reads a row; the array has room for it. */
    void read(int y, float[] row);

    /** Samples of a pixel. */
    default int bands() {
        return colours() + (alpha() ? 1 : 0);
    }

    /** The averages of boxes of so many pixels. */
    default Rows averaged(int across, int down) {
        return new AveragedRows(this, across, down);
    }
}
