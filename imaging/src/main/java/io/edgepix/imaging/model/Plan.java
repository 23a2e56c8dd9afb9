package io.edgepix.imaging.model;

/**
 * The part of a picture that a request shows, and its size. Requests with the same plan, format, quality and background
 * have the same derivative.
 *
 * @param width the width of the result in pixels, without padding; {@code height} likewise
 * @param x the left edge of the part in pixels of the upright original; {@code y}, {@code partWidth} and {@code
 *     partHeight} likewise
 * @param padWidth the width of the box around the result in pixels, 0 without padding; {@code padHeight} likewise
 */
public record Plan(
        int width, int height, double x, double y, double partWidth, double partHeight, int padWidth, int padHeight) {
    /** Returns the plan of a request for an original of the given dimensions. */
    public static Plan of(Dimensions original, RenderRequest request) {
        Crop upright = Crop.upright(original, request);
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

    /** Tells whether the result consists of all or some pixels of the original, neither resized nor padded. */
    public boolean isOriginalSize() {
        return width == partWidth && height == partHeight && padWidth == 0;
    }
}
