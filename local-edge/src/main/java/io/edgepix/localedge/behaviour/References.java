package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Stack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows references in an evaluated template, such as {@code ${CachePolicy}}. */
record References(Stack stack) {
    /**
     * Returns the resource of a reference.
     *
     * @throws IllegalArgumentException if there is none of that type
     */
    Resource to(String type, @Nullable Object reference) {
        return find(type, reference)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template: expected a reference to an " + type + ", got " + reference));
    }

    Optional<Resource> find(String type, @Nullable Object reference) {
        return stack.ofType(type).stream()
                .filter(resource -> ("${" + resource.id() + "}").equals(reference))
                .findFirst();
    }

    /** Returns the resource of a reference to it, or to one of its attributes. */
    Optional<Resource> findByAttribute(String type, String attribute, @Nullable Object reference) {
        return stack.ofType(type).stream()
                .filter(resource -> ("${" + resource.id() + "." + attribute + "}").equals(reference))
                .findFirst();
    }

    static void refuse(boolean isAsked, String what) {
        if (isAsked) {
            throw new IllegalArgumentException(
                    "The template uses " + what + ", which the local edge does not support.");
        }
    }

    static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text && text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text); // the value of a parameter
        }
        throw new IllegalArgumentException("The template: expected a number, got " + value);
    }
}
