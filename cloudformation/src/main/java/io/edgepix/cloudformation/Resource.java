package io.edgepix.cloudformation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the stack, its functions applied.
 *
 * @param attributes what stands beside the properties: {@code DeletionPolicy}, {@code DependsOn} and so on
 */
public record Resource(String id, String type, Map<String, Object> properties, Map<String, Object> attributes) {
    /** The properties, or null where a property is missing on the way; a number picks from a list. */
    public @Nullable Object at(String... path) {
        return Values.at(properties, path);
    }
}
