package io.edgepix.imaging.sample;

/**
 * The size of rows and the samples of their pixels.
 *
 * @param width the pixels of a row
 * @param height the number of rows
 * @param colours the samples of a pixel that are colours: 1, 3 or 4
 * @param alpha whether another sample of each pixel is alpha
 */
public record RowShape(int width, int height, int colours, boolean alpha) {
    /** Returns the number of samples of a pixel. */
    public int bands() {
        return colours + (alpha ? 1 : 0);
    }
}
