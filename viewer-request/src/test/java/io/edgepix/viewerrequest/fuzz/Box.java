package io.edgepix.viewerrequest.fuzz;

/** A width and a height in pixels. A free side is 0. */
record Box(int width, int height) {
    static Box of(String text) {
        String[] sides = text.split("x", -1);
        return new Box(number(sides[0]), number(sides[1]));
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    boolean isFree() {
        return width == 0 || height == 0;
    }

    @Override
    public String toString() {
        return (width == 0 ? "" : width) + "x" + (height == 0 ? "" : height);
    }
}
