package io.edgepix.bench.measurement;

/** Width and height of a picture in pixels. */
public record PixelSize(int width, int height) {
    /** Tells whether both differ only by rounding: sharp renders 200x164 if the exact height is 163.3. */
    public boolean isLike(PixelSize other) {
        return Math.abs(width - other.width) <= 1 && Math.abs(height - other.height) <= 1;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
