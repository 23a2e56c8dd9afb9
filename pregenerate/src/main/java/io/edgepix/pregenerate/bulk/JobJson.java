package io.edgepix.pregenerate.bulk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/** The JSON of the state of jobs, with the names of the records' fields. */
final class JobJson {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JobJson() {}

    /** Returns a value as JSON. */
    static String text(Object value) {
        return GSON.toJson(value);
    }

    /**
     * Parses a value.
     *
     * @param name the object in the bucket, for the error message
     */
    static <T> T parse(String name, String text, Class<T> type) {
        try {
            T value = GSON.fromJson(text, type);
            if (value != null) {
                return value;
            }
        } catch (JsonParseException e) {
            throw new BulkException(name + ": expected the JSON of ./dev bulk, got " + e.getMessage(), e);
        }
        throw new BulkException(name + ": expected the JSON of ./dev bulk, got an empty file");
    }
}
