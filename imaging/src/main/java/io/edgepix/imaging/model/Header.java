package io.edgepix.imaging.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an original before it is decoded; the sides are those of the stored rows.
 *
 * @param vector the size of a drawing, to the fraction of a pixel; null for an original that has pixels
 */
public record Header(
        int width,
        int height,
        Orientation orientation,
        @Nullable Upright vector) {
    /** Of an original that has pixels. */
    public Header(int width, int height, Orientation orientation) {
        this(width, height, orientation, null);
    }

    /** Of a drawing, which has no pixels; its sides are rounded to what it would have. */
    public static Header ofVector(double width, double height) {
        return new Header(side(width), side(height), Orientation.UPRIGHT, new Upright(width, height, true));
    }

    private static int side(double length) {
        return (int) Math.clamp(Math.rint(length), 1, Integer.MAX_VALUE);
    }
}
