package io.edgepix.bench;

/** How many pixels a picture has. */
record Measures(int width, int height) {
    /** Whether they differ by rounding alone: sharp makes 200x164 where the aspect asks for 163.3. */
    boolean isLike(Measures other) {
        return Math.abs(width - other.width) <= 1 && Math.abs(height - other.height) <= 1;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
