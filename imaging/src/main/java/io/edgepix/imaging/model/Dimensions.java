package io.edgepix.imaging.model;

/**
 * The dimensions of an upright original in its own pixels. For an animation, they are those of the canvas.
 *
 * @param width the width, over 0, and a whole number unless the original is a drawing; {@code height} likewise
 * @param vector whether the original is a drawing without pixels, which can also be enlarged
 */
public record Dimensions(double width, double height, boolean vector) {
    /** Creates the dimensions of an original that has pixels. */
    public Dimensions(int width, int height) {
        this(width, height, false);
    }
}
