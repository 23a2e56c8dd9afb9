package io.edgepix.imaging.svg;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom properties of an element, including those it inherits, and the values of {@code var()} (CSS Custom
 * Properties 1).
 */
final class CssVariables {
    /** Characters of a value at most. Longer values are ignored, so that values that refer to others stay small. */
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

    /** Whether an element inside may have properties of its own. */
    boolean canNest() {
        return depth < DEEPEST;
    }

    /** Adds the custom properties of declarations. The last one of a name counts. */
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

    private @Nullable String value(String name) {
        String value = stated.get(name);
        if (value == null) {
            return parent == null ? null : parent.value(name);
        }
        if (asked.add(name) && value.length() <= LONGEST) {
            String resolved = resolved(value);
            if (resolved != null && resolved.length() <= LONGEST) {
                known.put(name, resolved);
            }
        }
        return known.get(name);
    }

    /**
     * Returns a value with all references replaced; null if a property that it refers to has no value or refers to
     * itself.
     */
    @Nullable
    String resolved(String value) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int start = value.indexOf(VAR, at);
            if (start < 0) {
                return out.append(value, at, value.length()).toString();
            }
            OptionalInt end = Css.closing(value, start + VAR.length());
            String replaced = end.isEmpty() ? null : reference(value.substring(start + VAR.length(), end.getAsInt()));
            if (replaced == null) {
                return null;
            }
            out.append(value, at, start).append(replaced);
            at = end.getAsInt() + 1;
        }
    }

    private @Nullable String reference(String inside) {
        int comma = inside.indexOf(',');
        String name = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        String value = value(name);
        if (value != null || comma < 0) {
            return value;
        }
        String fallback = inside.substring(comma + 1).strip();
        return fallback.length() > LONGEST ? null : resolved(fallback);
    }
}
