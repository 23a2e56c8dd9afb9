package io.edgepix.localedge.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields in their order, with names that are compared without case. */
public final class Headers {
    /** One field as it is sent. */
    public record Field(String name, String value) {
        public boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private final List<Field> fields = new ArrayList<>();

    /** Reads the header map of an event, which must have been checked. */
    public static Headers ofEvent(JsonObject map) {
        Headers headers = new Headers();
        for (Map.Entry<String, JsonElement> entry : map.entrySet()) {
            for (JsonElement element : entry.getValue().getAsJsonArray()) {
                JsonObject field = element.getAsJsonObject();
                String name = field.has("key") ? field.get("key").getAsString() : entry.getKey();
                headers.add(name, field.get("value").getAsString());
            }
        }
        return headers;
    }

    public JsonObject toEvent() {
        JsonObject map = new JsonObject();
        for (Field field : fields) {
            String key = field.name().toLowerCase(Locale.ROOT);
            if (!map.has(key)) {
                map.add(key, new JsonArray());
            }
            JsonObject pair = new JsonObject();
            pair.addProperty("key", field.name());
            pair.addProperty("value", field.value());
            map.getAsJsonArray(key).add(pair);
        }
        return map;
    }

    public Headers copy() {
        Headers copy = new Headers();
        copy.fields.addAll(fields);
        return copy;
    }

    public Headers add(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    public Headers set(String name, String value) {
        return remove(name).add(name, value);
    }

    public Headers remove(String name) {
        fields.removeIf(field -> field.is(name));
        return this;
    }

    /** Returns all values of a name, joined by commas; empty if there is none. */
    public Optional<String> get(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.is(name)) {
                values.add(field.value());
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    int bytes() {
        int bytes = 0;
        for (Field field : fields) {
            bytes += field.name().length() + field.value().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }
}
