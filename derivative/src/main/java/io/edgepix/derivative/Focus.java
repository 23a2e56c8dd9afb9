package io.edgepix.derivative;

/**
 * The point of a picture that stays visible when {@link Fit#COVER} crops. It is in percent of the sides of the upright
 * picture.
 *
 * @param x 0 (left edge) to 100 (right edge)
 * @param y 0 (upper edge) to 100 (lower edge)
 */
public record Focus(int x, int y) {
    /** The default. */
    public static final Focus CENTRE = new Focus(50, 50);

    private static final String ALLOWED = "fp must be two numbers from 0 to 1, for example 0.3,0.7, "
            + "or one of top, bottom, left, right and center.";
    private static final int WHOLE = 100;
    private static final int MIDDLE = 50;
    private static final int STEP = 10;

    /**
     * Creates a focus.
     *
     * @throws MalformedException if a coordinate is not from 0 to 100
     */
    public Focus {
        if (x < 0 || y < 0 || x > WHOLE || y > WHOLE) {
            throw new MalformedException(ALLOWED);
        }
    }

    /**
     * Parses {@code 0.3,0.7} or a name such as {@code top}.
     *
     * @throws MalformedException if the text is neither
     */
    public static Focus parse(String text) {
        int comma = text.indexOf(',');
        return comma < 0
                ? ofWord(text)
                : new Focus(percent(text.substring(0, comma)), percent(text.substring(comma + 1)));
    }

    private static Focus ofWord(String word) {
        int x = word.equals("left") ? 0 : word.equals("right") ? WHOLE : MIDDLE;
        int y = word.equals("top") ? 0 : word.equals("bottom") ? WHOLE : MIDDLE;
        if (x == y && !word.equals("center") && !word.equals("centre")) {
            throw new MalformedException(ALLOWED);
        }
        return new Focus(x, y);
    }

    private static int percent(String number) {
        return Digits.decimal(number, 1, WHOLE);
    }

    /** Returns whether this is the default. */
    public boolean isCentre() {
        return x == MIDDLE && y == MIDDLE;
    }

    /** Returns the nearest point of an 11 by 11 grid, which limits the number of derivatives in the bucket. */
    Focus snapped() {
        return new Focus(snap(x), snap(y));
    }

    private static int snap(int percent) {
        return (percent + STEP / 2) / STEP * STEP;
    }

    /**
     * Parses a point in percent, such as {@code 30x70}.
     *
     * @throws MalformedException if the text is not such a point
     */
    static Focus ofToken(String token) {
        int x = token.indexOf('x');
        if (x < 0) {
            throw new MalformedException("A focal point is written in percent here, for example fp30x70.");
        }
        return new Focus(Digits.parse(token.substring(0, x), WHOLE), Digits.parse(token.substring(x + 1), WHOLE));
    }

    /** Appends the point in the form of paths, such as {@code 30x70}. */
    void appendTo(Text out) {
        out.add(x).add("x").add(y);
    }
}
