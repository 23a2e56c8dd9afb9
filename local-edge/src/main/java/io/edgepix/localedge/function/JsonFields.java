package io.edgepix.localedge.function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** Reads fields of a function's result, which may be missing or have a wrong type. */
public final class JsonFields {
    private JsonFields() {}

    /** Returns the string under a name, or empty if there is none. */
    public static Optional<String> string(JsonObject object, String name) {
        JsonElement element = object.get(name);
        boolean isString = element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString();
        return isString ? Optional.of(element.getAsString()) : Optional.empty();
    }

    /** Returns whether there is no field with a name, or it is null. */
    static boolean isAbsent(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element == null || element.isJsonNull();
    }
}
