package io.edgepix.derivative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The presets by name, in the order of the configuration. A LinkedHashMap would add 3 kB of JavaScript.
 *
 * @param names each once
 * @param presets in the order of the names
 */
public record Presets(List<String> names, List<Preset> presets) {
    /** Returns the preset of a name, or null if there is none. */
    public @Nullable Preset get(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                return presets.get(i);
            }
        }
        return null;
    }
}
