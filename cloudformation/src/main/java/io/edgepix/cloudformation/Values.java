package io.edgepix.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finding one's way in maps and lists. */
public final class Values {
    private Values() {}

    /** What is at a path of names and, for lists, of numbers; null where there is nothing. */
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

    /** The value as a list: one that is no list is a list of one, and nothing is an empty one. */
    public static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Objects::<Object>requireNonNull).toList()
                : List.of(value);
    }

    /** The value as a map; nothing, and what is no map, is an empty one. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), Objects.requireNonNull((Object) entry)));
        }
        return map;
    }
}
