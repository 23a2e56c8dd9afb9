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

    /** Returns the dimensions after the orientation in the header is applied. */
    public static Dimensions of(Header header) {
        if (header.vector() != null) {
            return header.vector();
        }
        return header.orientation().swapsSides()
                ? new Dimensions(header.height(), header.width())
                : new Dimensions(header.width(), header.height());
    }

    /** Returns the plan of a request for this original. */
    public Plan plan(RenderRequest request) {
        return Plan.of(Crop.upright(this, request), request);
    }
}
