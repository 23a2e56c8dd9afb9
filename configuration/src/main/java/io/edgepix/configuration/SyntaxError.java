package io.edgepix.configuration;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mistake in the JSON itself. Gson finds its position, and this class describes it. */
final class SyntaxError {
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+) path (.*)");
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9][-+.0-9eE]*");

    /** The token that the parser expects. */
    enum Expected {
        VALUE,
        NAME,
        END
    }

    /**
     * A position as Gson prints it.
     *
     * @param line from 1
     * @param column from 1
     * @param path such as {@code $.sizes.ladder[2]}
     */
    record Place(int line, int column, String path) {
        static Place in(String message) {
            Matcher matcher = PLACE.matcher(message);
            if (!matcher.find()) {
                throw new IllegalStateException("expected a position in Gson's message, got: " + message);
            }
            return new Place(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3));
        }
    }

    private final String text;
    private final String reason;
    private final Place place;
    private final Expected expected;

    /** The index at which Gson stopped: the index of the wrong character, or the index after it. */
    private final int at;

    SyntaxError(String text, IOException error, Expected expected) {
        String message = Objects.requireNonNullElse(error.getMessage(), "");
        this.text = text;
        this.reason = PLACE.split(message, 2)[0];
        this.place = Place.in(message);
        this.expected = expected;
        int offset = 0;
        for (int line = 1; line < place.line(); line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        this.at = Math.min(text.length(), offset + place.column() - 1);
    }

    ConfigException exception() {
        OptionalInt comma = trailingComma();
        if (comma.isPresent()) {
            return at(lineOf(comma.getAsInt()), "remove the comma before the closing '" + text.charAt(at - 1) + "'");
        }
        return at(place.line(), description());
    }

    private String description() {
        return switch (reason) {
            case "End of input" -> "expected " + missing() + ", got the end of the file";
            case "Unterminated string", "Unterminated escape sequence" -> "unterminated string";
            case "Invalid escape sequence" -> "unknown escape in a string";
            case "Expected ':'" -> expectedColon();
            case "Unterminated object" -> "expected a comma or a closing brace, got " + character(at - 1);
            case "Unterminated array" -> "expected a comma or a closing bracket, got " + character(at - 1);
            default -> {
                if (reason.startsWith("Unescaped control")) {
                    yield "a string must end on the line on which it starts";
                }
                if (reason.startsWith("Malformed Unicode escape")) {
                    yield "expected four hexadecimal digits after \\u";
                }
                yield reason.startsWith("Nesting limit") ? "too deeply nested" : unexpected();
            }
        };
    }

    private String unexpected() {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (before == '/' || before == '#') {
            return "JSON has no comments; remove this one";
        }
        if (before == '=') {
            return expectedColon();
        }
        return switch (expected) {
            case END -> "expected the end of the file after the closing brace, got " + character(at - 1);
            case NAME -> "expected a name in double quotes, got " + character(at - 1);
            case VALUE -> unexpectedValue();
        };
    }

    private String unexpectedValue() {
        boolean isPassed = at > 0 && ",;]'".indexOf(text.charAt(at - 1)) >= 0 && "[,:".contains(endBefore(at - 1));
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        return !isPassed && number.lookingAt()
                ? "expected a number without a leading plus or zero, got " + number.group()
                : "expected a value, got " + character(isPassed ? at - 1 : at);
    }

    /** Describes the token that is missing at the end of the file. */
    private String missing() {
        boolean isDone = !"{[,:".contains(endBefore(text.length()));
        if (expected == Expected.NAME) {
            return isDone ? "a comma or a closing brace" : "a name in double quotes";
        }
        String after = place.path().endsWith("]") ? "a comma or a closing bracket" : "a colon";
        return isDone ? after : "a value";
    }

    private String expectedColon() {
        String path = place.path();
        return "expected a colon after \"" + path.substring(path.lastIndexOf('.') + 1) + "\", got " + character(at - 1);
    }

    /**
     * Returns the index of the comma before the closing brace or bracket at which Gson stopped; empty if there is none.
     */
    private OptionalInt trailingComma() {
        boolean isClosed = at > 0 && "]}".indexOf(text.charAt(at - 1)) >= 0 && expected != Expected.END;
        OptionalInt last = isClosed ? lastBefore(at - 1) : OptionalInt.empty();
        return last.isPresent() && text.charAt(last.getAsInt()) == ',' ? last : OptionalInt.empty();
    }

    /** Returns the last character before an index, except for white space; empty if there is none. */
    private String endBefore(int index) {
        OptionalInt last = lastBefore(index);
        return last.isEmpty() ? "" : text.substring(last.getAsInt(), last.getAsInt() + 1);
    }

    private OptionalInt lastBefore(int index) {
        int last = index - 1;
        while (last >= 0 && " \t\r\n".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private String character(int index) {
        return index < 0 || index >= text.length()
                ? "the end of the file"
                : "'" + Character.toString(text.codePointAt(index)) + "'";
    }

    private int lineOf(int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static ConfigException at(int line, String what) {
        return new ConfigException(List.of(new ConfigException.Fault(line, "", what)));
    }
}
