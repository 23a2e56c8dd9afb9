package io.edgepix.pregenerate.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.edgepix.documents.DocumentException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the data of a document that are in the bucket. */
final class StoredData {
    /** The place in the messages of the parser. */
    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

    private StoredData() {}

    /**
     * Parses a JSON object.
     *
     * @param key the key of the data, for the error
     * @param maxValues the limit of fields and elements, since each of them needs memory
     * @throws DocumentException if it is not JSON, with the place of the mistake, or has too many values
     */
    static JsonObject parse(String key, byte[] bytes, long maxValues) throws DocumentException {
        if (values(bytes) > maxValues) {
            throw tooLarge(key, "expected data with at most " + maxValues + " fields and elements, got more", null);
        }
        String text = text(key, bytes);
        if (text.isBlank()) {
            throw wrong(key, "an empty file", null);
        }
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement data = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw wrong(key, "more than one value", null);
            }
            if (data instanceof JsonObject object) {
                return object;
            }
            throw wrong(key, data.isJsonArray() ? "an array" : "a single value", null);
        } catch (JsonParseException | IOException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw tooLarge(key, "the data need more memory than the worker has", e);
            }
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw wrong(key, place.find() ? "a mistake at " + place.group() : "a mistake", e);
        }
    }

    /** Returns the number of fields and elements of valid JSON: each is followed by a comma or is the last one. */
    private static long values(byte[] json) {
        long values = 0;
        boolean inText = false;
        for (int i = 0; i < json.length; i++) {
            if (inText && json[i] == '\\') {
                i++;
            } else if (json[i] == '"') {
                inText = !inText;
            } else if (!inText && (json[i] == ',' || json[i] == '{' || json[i] == '[')) {
                values++;
            }
        }
        return values;
    }

    private static String text(String key, byte[] bytes) throws DocumentException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(key, "bytes that are not UTF-8", e);
        }
    }

    private static DocumentException tooLarge(String key, String sentence, @Nullable Exception cause) {
        return new DocumentException(DocumentException.Reason.TOO_LARGE, key + ": " + sentence, cause);
    }

    private static DocumentException wrong(String key, String found, @Nullable Exception cause) {
        return new DocumentException(
                DocumentException.Reason.BROKEN, key + ": expected a JSON object, got " + found, cause);
    }
}
