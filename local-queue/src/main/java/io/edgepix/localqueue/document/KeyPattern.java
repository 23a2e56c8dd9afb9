package io.edgepix.localqueue.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.edgepix.cli.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of documents, with fields of their rows, such as {@code invoices/{customer.id}.pdf}. */
public final class KeyPattern {
    private static final Pattern FIELD = Pattern.compile("[^{}.]+(\\.[^{}.]+)*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int SHOWN_FIELDS = 30;
    private static final int SHOWN_CHARACTERS = 80;

    /**
     * A part of the pattern.
     *
     * @param text the text itself, or the path of a field
     */
    private record Part(String text, boolean isField) {}

    private final String text;
    private final List<Part> parts;

    private KeyPattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Parses a pattern.
     *
     * @throws CommandException if braces are not in pairs around the name of a field
     */
    public static KeyPattern parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            String literal = text.substring(at, end);
            if (literal.indexOf('}') >= 0) {
                throw wrong(text);
            }
            parts.add(new Part(literal, false));
            if (open >= 0) {
                int close = text.indexOf('}', open);
                if (close < 0 || !FIELD.matcher(text.substring(open + 1, close)).matches()) {
                    throw wrong(text);
                }
                parts.add(new Part(text.substring(open + 1, close), true));
                end = close + 1;
            }
            at = end;
        }
        return new KeyPattern(text, List.copyOf(parts));
    }

    private static CommandException wrong(String text) {
        return new CommandException(
                "--to: expected a key with fields of the data in braces, such as invoices/{id}.pdf, got '" + text
                        + "'");
    }

    /** Returns the text of the pattern. */
    public String text() {
        return text;
    }

    /**
     * Returns the key of the document of a row.
     *
     * @param file the name of the file, for errors
     * @throws CommandException if the row lacks a field, or its value cannot be a part of a key
     */
    String key(String file, DataRow row) {
        return parts.stream()
                .map(part -> part.isField() ? value(file + ", " + row.place() + ": ", row, part.text()) : part.text())
                .collect(Collectors.joining());
    }

    private static String value(String place, DataRow row, String field) {
        JsonElement value = row.data();
        for (String name : field.split("\\.", -1)) {
            value = value instanceof JsonObject object && object.has(name) ? object.get(name) : null;
            if (value == null) {
                throw new CommandException(place + "--to: expected a field of the row, got {" + field
                        + "}; the fields are " + fields(row.data()));
            }
        }
        if (!(value instanceof JsonPrimitive primitive) || primitive.isBoolean()) {
            String kind = value instanceof JsonPrimitive ? "true or false" : JsonText.kind(value);
            throw new CommandException(place + field + ": expected a text or a number for the key, got " + kind);
        }
        String text = primitive.getAsString();
        demand(!text.isEmpty(), place, field, "a text that is not empty", "an empty one");
        demand(text.indexOf('/') < 0, place, field, "a text without a slash", text);
        demand(!text.equals(".") && !text.equals(".."), place, field, "a text other than . and ..", text);
        demand(!CONTROL.matcher(text).find(), place, field, "a text without control characters", text);
        return text;
    }

    private static void demand(boolean isRight, String place, String field, String expected, String got) {
        if (!isRight) {
            String shown = got.length() > SHOWN_CHARACTERS ? got.substring(0, SHOWN_CHARACTERS) + "..." : got;
            throw new CommandException(place + field + ": expected " + expected + " for the key, got "
                    + CONTROL.matcher(shown).replaceAll("?"));
        }
    }

    private static String fields(JsonObject data) {
        List<String> fields = new ArrayList<>();
        add(fields, "", data);
        return fields.isEmpty()
                ? "none"
                : fields.stream().limit(SHOWN_FIELDS).collect(Collectors.joining(", "))
                        + (fields.size() > SHOWN_FIELDS ? ", ..." : "");
    }

    private static void add(List<String> fields, String prefix, JsonObject data) {
        data.asMap().forEach((name, value) -> {
            if (value instanceof JsonObject object) {
                add(fields, prefix + name + ".", object);
            } else {
                fields.add(prefix + name);
            }
        });
    }
}
