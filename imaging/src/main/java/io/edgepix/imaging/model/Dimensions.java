package io.edgepix.imaging.model;

/**
 * The dimensions of an upright original in its own pixels; of an animation, those of the canvas.
 *
 * @param width over 0, and whole unless the original is a drawing; {@code height} likewise
 * @param vector whether the original is a drawing without pixels, which is also enlarged
 */
public record Dimensions(double width, double height, boolean vector) {
    /** Creates the dimensions of an original that has pixels. */
    public Dimensions(int width, int height) {
        this(width, height, false);
    }
}
