package io.edgepix.imaging.svg;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom properties of an element, including those it inherits, and the values of {@code var()} (CSS Custom
 * Properties 1).
 */
final class CssVariables {
    /** The most characters of a value. Longer values are ignored, so that values with references stay small. */
    private static final int LONGEST = 1024;

    private static final int DEEPEST = 32;
    private static final String VAR = "var(";

    private final @Nullable CssVariables parent;
    private final int depth;
    private final Map<String, String> stated = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    CssVariables(@Nullable CssVariables parent) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** Tells whether child elements may have properties of their own. */
    boolean canNest() {
        return depth < DEEPEST;
    }

    /** Adds the custom properties of declarations. If a name occurs several times, the last value counts. */
    void add(List<Css.Declaration> declarations) {
        for (Css.Declaration each : declarations) {
            if (each.name().startsWith("--")) {
                stated.put(each.name(), each.value());
            }
        }
    }

    /** Removes a property. */
    void remove(String name) {
        stated.remove(name);
    }

    private Optional<String> value(String name) {
        String value = stated.get(name);
        if (value == null) {
            return parent == null ? Optional.empty() : parent.value(name);
        }
        if (asked.add(name) && value.length() <= LONGEST) {
            resolved(value)
                    .filter(resolved -> resolved.length() <= LONGEST)
                    .ifPresent(resolved -> known.put(name, resolved));
        }
        return Optional.ofNullable(known.get(name));
    }

    /**
     * Returns a value with all references replaced; empty if a referenced property has no value, or refers to itself.
     */
    Optional<String> resolved(String value) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int start = value.indexOf(VAR, at);
            if (start < 0) {
                return Optional.of(out.append(value, at, value.length()).toString());
            }
            OptionalInt end = Css.closing(value, start + VAR.length());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> replaced = reference(value.substring(start + VAR.length(), end.getAsInt()));
            if (replaced.isEmpty()) {
                return replaced;
            }
            out.append(value, at, start).append(replaced.get());
            at = end.getAsInt() + 1;
        }
    }

    private Optional<String> reference(String inside) {
        int comma = inside.indexOf(',');
        String name = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        Optional<String> value = value(name);
        if (value.isPresent() || comma < 0) {
            return value;
        }
        String fallback = inside.substring(comma + 1).strip();
        return fallback.length() > LONGEST ? Optional.empty() : resolved(fallback);
    }
}
