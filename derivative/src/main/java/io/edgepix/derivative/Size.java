package io.edgepix.derivative;

/**
 * A box in pixels; a side of 0 is free, and follows from the other side and the picture's aspect.
 *
 * @param width 0 to {@value #MAX_SIDE}
 * @param height 0 to {@value #MAX_SIDE}; not 0 where the width is
 */
public record Size(int width, int height) {
    /** The longest side WebP can write, and so the longest that can be asked for. */
    public static final int MAX_SIDE = 16_383;

    /** The most pixels a padded box may have, as they all are made: a square of 4096. */
    public static final int MAX_PADDED = 1 << 24;

    private static final int SPACE = 16;
    private static final String ALLOWED =
            "A size is WxH, Wx, xH or W in whole pixels from 1 to 16383, for example 200x200";

    /** Checks both sides. */
    public Size {
        if (width < 0 || height < 0 || width > MAX_SIDE || height > MAX_SIDE || (width == 0 && height == 0)) {
            throw new MalformedException(ALLOWED + ".");
        }
    }

    /**
     * Reads {@code WxH}, {@code Wx}, {@code xH} or {@code W}, which is short for {@code Wx}.
     *
     * @throws MalformedException if the text is none of them, or a side is 0 or over {@value #MAX_SIDE}
     */
    public static Size parse(String text) {
        int x = text.indexOf('x');
        if (x < 0) {
            return new Size(side(text), 0);
        }
        String width = text.substring(0, x);
        String height = text.substring(x + 1);
        if (width.isEmpty() && height.isEmpty()) {
            throw new MalformedException(ALLOWED + ".");
        }
        return new Size(width.isEmpty() ? 0 : side(width), height.isEmpty() ? 0 : side(height));
    }

    private static int side(String digits) {
        int value = Digits.parse(digits, MAX_SIDE);
        if (value <= 0) {
            throw new MalformedException(ALLOWED + ".");
        }
        return value;
    }

    /** The canonical text: {@code WxH}, {@code Wx} or {@code xH}. */
    @Override
    public String toString() {
        return appendTo(new StringBuilder(SPACE)).toString();
    }

    /** Writes the canonical text. */
    StringBuilder appendTo(StringBuilder out) {
        if (width > 0) {
            out.append(width);
        }
        out.append('x');
        return height > 0 ? out.append(height) : out;
    }
}
