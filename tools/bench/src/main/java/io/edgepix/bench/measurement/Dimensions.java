package io.edgepix.bench.measurement;

/** How many pixels a picture has. */
public record Dimensions(int width, int height) {
    /** Whether they differ by rounding alone: sharp makes 200x164 where the aspect asks for 163.3. */
    public boolean isLike(Dimensions other) {
        return Math.abs(width - other.width) <= 1 && Math.abs(height - other.height) <= 1;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
