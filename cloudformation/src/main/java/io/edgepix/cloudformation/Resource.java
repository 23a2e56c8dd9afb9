package io.edgepix.cloudformation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the stack, with its functions applied.
 *
 * @param attributes the attributes next to the properties, such as {@code DeletionPolicy} and {@code DependsOn}
 */
public record Resource(String id, String type, Map<String, Object> properties, Map<String, Object> attributes) {
    /** Returns the value at a path of names and indices of lists; null if a part of the path is missing. */
    public @Nullable Object at(String... path) {
        return Values.at(properties, path);
    }
}
