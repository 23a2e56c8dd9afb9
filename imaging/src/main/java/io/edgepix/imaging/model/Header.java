package io.edgepix.imaging.model;

import org.jspecify.annotations.Nullable;

/**
 * The properties of an original that are known before it is decoded. Width and height are those of the stored rows, in
 * pixels.
 *
 * @param vector the exact size of a drawing; null for an original that has pixels
 */
public record Header(
        int width,
        int height,
        Orientation orientation,
        @Nullable Dimensions vector) {
    /** Creates the header of an original that has pixels. */
    public Header(int width, int height, Orientation orientation) {
        this(width, height, orientation, null);
    }

    /** Returns the header of a drawing, which has no pixels. Width and height are rounded to whole pixels. */
    public static Header ofVector(double width, double height) {
        return new Header(side(width), side(height), Orientation.UPRIGHT, new Dimensions(width, height, true));
    }

    /** Returns the dimensions after the orientation is applied. */
    public Dimensions upright() {
        if (vector != null) {
            return vector;
        }
        return orientation.swapsSides() ? new Dimensions(height, width) : new Dimensions(width, height);
    }

    private static int side(double length) {
        return (int) Math.clamp(Math.rint(length), 1, Integer.MAX_VALUE);
    }
}
