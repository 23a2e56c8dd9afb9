package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON (RFC 8259) of a configuration: objects, arrays, strings, whole numbers, true, false and null. No
 * library does this under TeaVM within the size of the viewer-request function.
 */
final class Json {
    private static final int MAX_DEPTH = 16;

    /** A number that no field takes: with a fraction or an exponent, or of a thousand million or more. */
    record OddNumber() {}

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The value as Named, ArrayList, String, Integer, OddNumber, Boolean or null.
     *
     * @throws ConfigException if the text is not such a value and nothing else; names the line
     */
    static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.error("nothing may follow the closing brace");
        }
        return value;
    }

    private @Nullable Object value() {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : 0;
        if (++depth > MAX_DEPTH) {
            throw error("too deeply nested");
        }
        Object value = switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Named<@Nullable Object> object() {
        Named<@Nullable Object> object = new Named<>();
        at++;
        if (skipIf('}')) {
            return object;
        }
        do {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw error("expected a name in double quotes");
            }
            String name = string();
            if (!skipIf(':')) {
                throw error("expected a colon after \"" + name + "\"");
            }
            if (object.containsKey(name)) {
                throw error("\"" + name + "\" stands twice");
            }
            object.add(name, value());
        } while (skipIf(','));
        if (!skipIf('}')) {
            throw error("expected a comma or a closing brace");
        }
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        if (skipIf(']')) {
            return array;
        }
        do {
            array.add(value());
        } while (skipIf(','));
        if (!skipIf(']')) {
            throw error("expected a comma or a closing bracket");
        }
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                throw error("a string ends on its line");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        if (at++ >= text.length()) {
            throw error("a string has no end");
        }
        return string.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("unknown escape in a string");
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Digits.hex(text.charAt(at)) : -1;
            if (digit < 0) {
                throw error("\\u takes four hexadecimal digits");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw error("expected a value");
        }
        boolean negative = text.charAt(start) == '-';
        int value = Digits.parse(text.substring(negative ? start + 1 : start, at), 999_999_999);
        if (value < 0) {
            return new OddNumber();
        }
        return negative ? -value : value;
    }

    private @Nullable Boolean word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw error("expected a value");
        }
        at += word.length();
        return value;
    }

    private boolean skipIf(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ConfigException error(String what) {
        int line = 1;
        for (int i = 0; i < at && i < text.length(); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new ConfigException("line " + line, what);
    }
}
