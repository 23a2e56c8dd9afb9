package io.edgepix.localqueue.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses JSON objects of files. */
public final class JsonText {
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private JsonText() {}

    /**
     * Parses one JSON object.
     *
     * @param file the name of the file, for errors
     * @param line the number of the first line of the text in the file
     * @throws CommandException if it is not one JSON object
     */
    public static JsonObject object(String file, long line, String text) {
        JsonElement read;
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            read = JsonParser.parseReader(reader);
            if (!isEnd(reader)) {
                throw new CommandException(file + ", line " + line + ": expected one JSON object, got more after it");
            }
        } catch (JsonParseException | IOException e) {
            throw new CommandException(
                    file + ", " + place(line, String.valueOf(e.getMessage())) + ": expected a JSON object, got "
                            + (text.isBlank() ? "nothing" : "text that is not JSON"),
                    e);
        }
        if (read instanceof JsonObject object) {
            return object;
        }
        throw new CommandException(file + ", line " + line + ": expected a JSON object, got " + kind(read));
    }

    /** Tells whether nothing follows. The parser refuses anything that does. */
    private static boolean isEnd(JsonReader reader) throws IOException {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /** Returns the place of a mistake: the parser counts lines from 1, from the start of the text. */
    private static String place(long line, String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? "line " + (line - 1 + Long.parseLong(place.group(1))) + ", column " + place.group(2)
                : "line " + line;
    }

    /** Returns the words for the kind of a value. */
    static String kind(JsonElement value) {
        if (value.isJsonArray()) {
            return "a list";
        }
        if (value.isJsonObject()) {
            return "an object";
        }
        return value.isJsonNull() ? "null" : "a single value";
    }
}
