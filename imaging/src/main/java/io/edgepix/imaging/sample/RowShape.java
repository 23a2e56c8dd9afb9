package io.edgepix.imaging.sample;

/**
 * The size of rows and the samples of their pixels.
 *
 * @param width the number of pixels of a row
 * @param height the number of rows
 * @param colours the number of colour samples of a pixel: 1, 3 or 4
 * @param alpha whether each pixel also has an alpha sample
 */
public record RowShape(int width, int height, int colours, boolean alpha) {
    /** Returns the number of samples of a pixel. */
    public int bands() {
        return colours + (alpha ? 1 : 0);
    }
}
