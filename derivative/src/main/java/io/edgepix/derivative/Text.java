package io.edgepix.derivative;

/**
 * A text of parts, and a search in a text. In the JavaScript, {@code JsText} of the viewer-request module takes the
 * place of this class: TeaVM's {@link StringBuilder} copies every character into an array and back.
 */
public final class Text {
    /** Enough for most paths. */
    private static final int SPACE = 128;

    private final StringBuilder parts = new StringBuilder(SPACE);

    /** Creates an empty text. */
    public Text() {}

    /** Appends a text. */
    public Text add(String part) {
        parts.append(part);
        return this;
    }

    /** Appends one char, which may be half of a surrogate pair. */
    public Text add(char c) {
        parts.append(c);
        return this;
    }

    /** Appends a number in decimal digits. */
    public Text add(int number) {
        parts.append(number);
        return this;
    }

    /** Appends a character of Unicode. */
    public Text addCodePoint(int codePoint) {
        parts.appendCodePoint(codePoint);
        return this;
    }

    /** Returns all parts in their order. */
    @Override
    public String toString() {
        return parts.toString();
    }

    /** Returns the first index of a character from an index on, or -1 if there is none. */
    public static int indexOf(String text, char c, int from) {
        return text.indexOf(c, from);
    }
}
