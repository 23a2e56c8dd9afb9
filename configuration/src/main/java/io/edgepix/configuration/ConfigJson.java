package io.edgepix.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Reads the JSON (RFC 8259) of a configuration with Gson, and notes the line of each field. */
final class ConfigJson {
    private static final int MAX_DEPTH = 16;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private final JsonReader reader;
    private final Mistakes mistakes;
    private SyntaxError.Expected expected = SyntaxError.Expected.VALUE;

    private ConfigJson(String text, Mistakes mistakes) {
        this.reader = new JsonReader(new StringReader(text));
        this.mistakes = mistakes;
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
    }

    /**
     * Parses a text.
     *
     * @param mistakes receives the line of each field, and each name that an object has twice
     * @throws ConfigException if the text is not one JSON value; the message has the line
     */
    static JsonElement parse(String text, Mistakes mistakes) {
        ConfigJson json = new ConfigJson(text, mistakes);
        try {
            JsonElement value = json.value();
            json.end();
            return value;
        } catch (MalformedJsonException | EOFException e) {
            throw new SyntaxError(text, e, json.expected).exception();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that the file ends; Gson throws an exception if there is more text after the value. */
    private void end() throws IOException {
        expected = SyntaxError.Expected.END;
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalStateException("expected the end of the file, got " + reader);
        }
    }

    private JsonElement value() throws IOException {
        JsonToken token = reader.peek();
        mistakes.place(path(), line());
        return switch (token) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(number(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new IllegalStateException("expected a value, got " + token);
        };
    }

    /** Returns an Integer if the number is whole and has at most nine digits, as fields accept; else a Double. */
    private static Number number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        return Double.valueOf(text);
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (hasNext(SyntaxError.Expected.NAME)) {
            int line = line();
            String name = reader.nextName();
            mistakes.place(path(), line);
            expected = SyntaxError.Expected.VALUE;
            if (object.has(name)) {
                mistakes.add(line, path(), "expected each name once, got it twice");
                value();
            } else {
                object.add(name, value());
            }
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (hasNext(SyntaxError.Expected.VALUE)) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }

    private boolean hasNext(SyntaxError.Expected next) throws IOException {
        expected = next;
        return reader.hasNext();
    }

    /** Returns the field that the parser is at, such as {@code sizes.ladder[2]}; empty for the whole file. */
    private String path() {
        String path = reader.getPath();
        return path.substring(path.startsWith("$.") ? 2 : 1);
    }

    /** Returns the line of the next token. Gson reports it only in its description of the reader. */
    private int line() {
        return SyntaxError.Place.in(reader.toString()).line();
    }
}
