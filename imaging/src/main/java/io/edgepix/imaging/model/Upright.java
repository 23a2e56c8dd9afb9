package io.edgepix.imaging.model;

/**
 * An original as it stands upright, in its own pixels; of an animation the canvas.
 *
 * @param width over 0, whole for an original that has pixels, as is height
 * @param vector whether it is a drawing without pixels, which is enlarged as well
 */
public record Upright(double width, double height, boolean vector) {
    /** An original that has pixels. */
    public Upright(int width, int height) {
        this(width, height, false);
    }

    public static Upright of(Header header) {
        if (header.vector() != null) {
            return header.vector();
        }
        return header.orientation().swapsSides()
                ? new Upright(header.height(), header.width())
                : new Upright(header.width(), header.height());
    }

    /** What a request makes of it. */
    public Plan plan(RenderRequest request) {
        return Plan.of(Frame.upright(this, request), request);
    }
}
