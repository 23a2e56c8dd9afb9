package io.edgepix.documents.pictures;

import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.Dimensions;

/** The size of an embedded picture, in pixels. */
record PixelSize(int width, int height) {
    private static final double DOTS_PER_INCH = 300;

    /** Returns the size for at least 300 dpi on paper. A picture with pixels is never enlarged. */
    static PixelSize of(Dimensions original, double inchesWide, double inchesHigh) {
        double scale =
                Math.max(inchesWide * DOTS_PER_INCH / original.width(), inchesHigh * DOTS_PER_INCH / original.height());
        if (!original.vector()) {
            scale = Math.min(scale, 1);
        }
        double most = Size.MAX_SIDE / Math.max(original.width(), original.height());
        scale = Math.min(scale, most);
        return new PixelSize(side(original.width() * scale), side(original.height() * scale));
    }

    private static int side(double pixels) {
        return Math.clamp(Math.round(pixels), 1, Size.MAX_SIDE);
    }
}
