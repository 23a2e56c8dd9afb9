package io.edgepix.imaging.sample;

/**
 * How many pixels rows have, and of how many samples.
 *
 * @param width of a row, in pixels
 * @param height the number of rows
 * @param colours how many samples of a pixel are colours: 1, 3 or 4
 * @param alpha whether another sample of each pixel is alpha
 */
public record RowShape(int width, int height, int colours, boolean alpha) {
    /** Returns the number of samples of a pixel. */
    public int bands() {
        return colours + (alpha ? 1 : 0);
    }
}
