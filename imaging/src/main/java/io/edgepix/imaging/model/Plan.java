package io.edgepix.imaging.model;

/**
 * What a request shows of a picture, and how large: requests with the same plan, format, quality and background have the
 * same derivative.
 *
 * @param width of the picture that comes out, in pixels, without padding; as is height
 * @param x of the part that is kept, as are y, partWidth and partHeight, in pixels of the upright original
 * @param padWidth of the box around it, 0 where nothing is padded; as is padHeight
 */
public record Plan(
        int width, int height, double x, double y, double partWidth, double partHeight, int padWidth, int padHeight) {
    static Plan of(Frame upright, RenderRequest request) {
        boolean pads = request.pads(upright.width(), upright.height());
        return new Plan(
                upright.width(),
                upright.height(),
                upright.x(),
                upright.y(),
                upright.partWidth(),
                upright.partHeight(),
                pads ? request.size().width() : 0,
                pads ? request.size().height() : 0);
    }

    /** Whether the original's pixels come out as they are, all or some of them, and nothing else. */
    public boolean isOriginalSize() {
        return width == partWidth && height == partHeight && padWidth == 0;
    }
}
