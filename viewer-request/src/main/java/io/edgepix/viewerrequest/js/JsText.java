package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Text;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * {@link Text} in the JavaScript, with the strings of JavaScript. Only the compiler uses this class, as
 * {@code TextSubstitution} tells it.
 */
public final class JsText {
    private JSObject parts = empty();

    /** Creates an empty text. */
    public JsText() {}

    /** Appends a text. */
    public JsText add(String part) {
        parts = joined(parts, part);
        return this;
    }

    /** Appends one char, which may be half of a surrogate pair. */
    public JsText add(char c) {
        parts = joined(parts, character(c));
        return this;
    }

    /** Appends a number in decimal digits. */
    public JsText add(int number) {
        parts = joined(parts, number);
        return this;
    }

    /** Appends a character of Unicode. */
    public JsText addCodePoint(int codePoint) {
        parts = joined(parts, character(codePoint));
        return this;
    }

    /** Returns all parts in their order. */
    @Override
    public String toString() {
        return string(parts);
    }

    /** Returns the first index of a character from an index on, or -1 if there is none. */
    public static int indexOf(String text, char c, int from) {
        return indexOf(text, character(c), from);
    }

    @JSBody(script = "return '';")
    private static native JSObject empty();

    @JSBody(
            params = {"parts", "part"},
            script = "return parts + part;")
    private static native JSObject joined(JSObject parts, String part);

    @JSBody(
            params = {"parts", "part"},
            script = "return parts + part;")
    private static native JSObject joined(JSObject parts, int part);

    @JSBody(
            params = {"parts", "part"},
            script = "return parts + part;")
    private static native JSObject joined(JSObject parts, JSObject part);

    @JSBody(
            params = {"codePoint"},
            script = "return String.fromCodePoint(codePoint);")
    private static native JSObject character(int codePoint);

    @JSBody(
            params = {"text"},
            script = "return text;")
    private static native String string(JSObject text);

    @JSBody(
            params = {"text", "c", "from"},
            script = "return text.indexOf(c, from);")
    private static native int indexOf(String text, JSObject c, int from);
}
