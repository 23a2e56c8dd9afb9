package io.edgepix.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks up values in maps and lists. */
public final class Values {
    private Values() {}

    /** Returns the value at a path of names and indices of lists; null if there is none. */
    public static @Nullable Object at(@Nullable Object from, String... path) {
        Object value = from;
        for (String step : path) {
            if (value instanceof Map<?, ?> map) {
                value = map.get(step);
            } else if (value instanceof List<?> list) {
                int index = Integer.parseInt(step);
                value = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return value;
    }

    /** Returns a value as a list: an empty list for null, a list unchanged, and a list of one for any other value. */
    public static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Objects::<Object>requireNonNull).toList()
                : List.of(value);
    }

    /** Returns a value as a map, which is empty if the value is null or not a map. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), Objects.requireNonNull((Object) entry)));
        }
        return map;
    }
}
