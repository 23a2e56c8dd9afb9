package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

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
    /** What a size may be, as a sentence without its full stop. */
    public static final String ALLOWED =
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
        Size size = ofText(text);
        if (size == null) {
            throw new MalformedException(ALLOWED + ".");
        }
        return size;
    }

    /** The size of that text, or null. An exception is dear in JavaScript. */
    public static @Nullable Size ofText(String text) {
        int x = text.indexOf('x');
        int width = side(x < 0 ? text : text.substring(0, x));
        int height = x < 0 ? 0 : side(text.substring(x + 1));
        boolean free = x < 0 || width + height == 0;
        return width < 0 || height < 0 || (free && width == 0) ? null : new Size(width, height);
    }

    /** 0 for no text, -1 for what is no side. */
    private static int side(String digits) {
        int value = digits.isEmpty() ? 0 : Digits.parse(digits, MAX_SIDE);
        return value == 0 && !digits.isEmpty() ? -1 : value;
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
