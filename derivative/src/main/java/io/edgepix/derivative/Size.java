package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * A box in pixels. A side of 0 is free: it follows from the other side and the aspect ratio of the picture.
 *
 * @param width 0 to {@value #MAX_SIDE}
 * @param height 0 to {@value #MAX_SIDE}; not 0 if the width is
 */
public record Size(int width, int height) {
    /** The longest side of a WebP, and therefore of any derivative. */
    public static final int MAX_SIDE = 16_383;

    /** The largest number of pixels in a padded box, a square of 4096. All pixels of such a box are rendered. */
    public static final int MAX_PADDED = 1 << 24;

    /** The forms of a size, as a sentence without its full stop. */
    public static final String ALLOWED =
            "A size is WxH, Wx, xH or W in whole pixels from 1 to 16383, for example 200x200";

    /**
     * Creates a size.
     *
     * @throws MalformedException if a side is not from 0 to {@value #MAX_SIDE}, or both are 0
     */
    public Size {
        if (width < 0 || height < 0 || width > MAX_SIDE || height > MAX_SIDE || (width == 0 && height == 0)) {
            throw new MalformedException(ALLOWED + ".");
        }
    }

    /**
     * Parses {@code WxH}, {@code Wx}, {@code xH} or {@code W}, which is short for {@code Wx}.
     *
     * @throws MalformedException if the text has a different form, or a side is 0 or over {@value #MAX_SIDE}
     */
    public static Size parse(String text) {
        Size size = ofText(text);
        if (size == null) {
            throw new MalformedException(ALLOWED + ".");
        }
        return size;
    }

    /** Parses a size as {@link #parse} does, but returns null for other texts: exceptions are slow in JavaScript. */
    public static @Nullable Size ofText(String text) {
        int x = text.indexOf('x');
        int width = side(text, 0, x < 0 ? text.length() : x);
        int height = x < 0 ? 0 : side(text, x + 1, text.length());
        boolean free = x < 0 || width + height == 0;
        return width < 0 || height < 0 || (free && width == 0) ? null : new Size(width, height);
    }

    /** Returns the side in a range, 0 for an empty range, or -1 if it is not a side. */
    private static int side(String text, int from, int to) {
        int value = from == to ? 0 : Digits.parse(text, from, to, MAX_SIDE);
        return value == 0 && from < to ? -1 : value;
    }

    /** Tells whether one of the sides is free. */
    public boolean isFree() {
        return width == 0 || height == 0;
    }

    /** Returns the canonical text: {@code WxH}, {@code Wx} or {@code xH}. */
    @Override
    public String toString() {
        return appendTo(new Text()).toString();
    }

    /** Appends the canonical text. */
    Text appendTo(Text out) {
        if (width > 0) {
            out.add(width);
        }
        out.add("x");
        return height > 0 ? out.add(height) : out;
    }
}
