package io.edgepix.pregenerate.message;

import com.google.gson.JsonObject;

/** The values of the fields of a document's template. */
public sealed interface DocumentData {
    /** Values in the message. */
    record Fields(JsonObject object) implements DocumentData {}

    /** Values in the bucket: a JSON object with the given key. */
    record Stored(String key) implements DocumentData {}
}
