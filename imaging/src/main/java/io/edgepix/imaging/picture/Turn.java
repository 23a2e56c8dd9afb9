package io.edgepix.imaging.picture;

import io.edgepix.imaging.model.Orientation;

/** Turns the small picture upright. */
public final class Turn {
    private Turn() {}

    /** Returns the upright picture, or the same picture if it is already upright. */
    public static Picture of(Picture from, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return from;
        }
        Picture to = orientation.swapsSides()
                ? new Picture(from.height(), from.width(), from.alpha())
                : new Picture(from.width(), from.height(), from.alpha());
        int bands = from.bands();
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int sourceX = orientation.sourceX(x, y, from.width());
                int sourceY = orientation.sourceY(x, y, from.height());
                int source = (sourceY * from.width() + sourceX) * bands;
                int target = (y * to.width() + x) * bands;
                for (int band = 0; band < bands; band++) {
                    to.samples()[target + band] = from.samples()[source + band];
                }
            }
        }
        return to;
    }
}
