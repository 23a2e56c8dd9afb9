package io.edgepix.configuration;

import io.edgepix.derivative.Digits;
import io.edgepix.derivative.Named;
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
    private final Mistakes mistakes;
    private int at;
    private int line = 1;
    private int depth;

    private Json(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    /**
     * The value as Named, ArrayList, String, Integer, OddNumber, Boolean or null.
     *
     * @param mistakes told on which line each field stands, and of names that stand twice
     * @throws ConfigException if the text is not such a value and nothing else; names the line
     */
    static @Nullable Object parse(String text, Mistakes mistakes) {
        Json json = new Json(text, mistakes);
        Object value = json.value("");
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.error("expected the end of the file after the closing brace, got " + json.next());
        }
        return value;
    }

    private @Nullable Object value(String path) {
        skipSpace();
        mistakes.place(path, line);
        char c = at < text.length() ? text.charAt(at) : 0;
        if (++depth > MAX_DEPTH) {
            throw error("too deeply nested");
        }
        Object value = switch (c) {
            case '{' -> object(path);
            case '[' -> array(path);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Named<@Nullable Object> object(String path) {
        Named<@Nullable Object> object = new Named<>();
        at++;
        if (skipIf('}')) {
            return object;
        }
        do {
            expectAnother('}');
            if (at >= text.length() || text.charAt(at) != '"') {
                throw error("expected a name in double quotes, got " + next());
            }
            String name = string();
            String field = path.isEmpty() ? name : path + "." + name;
            mistakes.place(field, line);
            if (!skipIf(':')) {
                throw error("expected a colon after \"" + name + "\", got " + next());
            }
            Object value = value(field);
            if (object.containsKey(name)) {
                mistakes.add(line, field, "expected each name once, got it twice");
            } else {
                object.add(name, value);
            }
        } while (skipIf(','));
        if (!skipIf('}')) {
            throw error("expected a comma or a closing brace, got " + next());
        }
        return object;
    }

    private List<@Nullable Object> array(String path) {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        if (skipIf(']')) {
            return array;
        }
        do {
            expectAnother(']');
            array.add(value(path + "[" + array.size() + "]"));
        } while (skipIf(','));
        if (!skipIf(']')) {
            throw error("expected a comma or a closing bracket, got " + next());
        }
        return array;
    }

    /** JSON has no comma after the last of a list. */
    private void expectAnother(char end) {
        int comma = line;
        skipSpace();
        if (at < text.length() && text.charAt(at) == end) {
            throw error(comma, "remove the comma before the closing '" + end + "'");
        }
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
            throw error("expected a value, got " + next());
        }
        boolean negative = text.charAt(start) == '-';
        boolean isSigned = negative || text.charAt(start) == '+';
        int first = isSigned ? start + 1 : start;
        boolean isWhole = first < at && Digits.areAll(text, first, at);
        if (isWhole && (isSigned != negative || (first + 1 < at && text.startsWith("0", first)))) {
            throw error("expected a number without a plus or zeros in front, got " + text.substring(start, at));
        }
        int value = Digits.parse(text.substring(first, at), 999_999_999);
        if (value < 0) {
            return new OddNumber();
        }
        return negative ? -value : value;
    }

    private @Nullable Boolean word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw error("expected a value, got " + next());
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
            line += text.charAt(at++) == '\n' ? 1 : 0;
        }
        if (text.startsWith("//", at) || text.startsWith("/*", at) || text.startsWith("#", at)) {
            throw error("JSON has no comments; remove this one");
        }
    }

    /** The character here, for a complaint. */
    private String next() {
        return at < text.length()
                ? "'" + text.substring(at, text.offsetByCodePoints(at, 1)) + "'"
                : "the end of the file";
    }

    private ConfigException error(String what) {
        return error(line, what);
    }

    private static ConfigException error(int line, String what) {
        return new ConfigException(List.of(new ConfigException.Fault(line, "", what)));
    }
}
