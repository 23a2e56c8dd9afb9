package io.edgepix.imaging;

/**
 * An original as it stands upright, in its own pixels; of an animation the canvas.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Upright(int width, int height) {
    static Upright of(Header header) {
        return header.orientation().swapsSides()
                ? new Upright(header.height(), header.width())
                : new Upright(header.width(), header.height());
    }

    /** What a request makes of it. */
    public Plan plan(RenderRequest request) {
        return Plan.of(Frame.upright(width, height, request), request);
    }
}
