package io.edgepix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the mistakes of one configuration, so that all of them are told in one go; not compiled to JavaScript. */
final class Mistakes {
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ConfigException.Fault> found = new ArrayList<>();

    /** Notes where a field stands in the file. */
    void place(String field, int line) {
        lines.putIfAbsent(field, line);
    }

    void add(String field, String what) {
        add(lineOf(field), field, what);
    }

    void add(int line, String field, String what) {
        found.add(new ConfigException.Fault(line, field, what));
    }

    /** What is read, or the other value if that fails, which is noted. */
    <T extends @Nullable Object> T or(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            e.faults().forEach(fault -> add(fault.field(), fault.what())); // none of them knows its line
            return otherwise;
        }
    }

    int count() {
        return found.size();
    }

    /** Throws what was found, if anything was. */
    void raise() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** All that was found, in the order of the lines. */
    ConfigException exception() {
        found.sort(Comparator.comparingInt(ConfigException.Fault::line));
        return new ConfigException(List.copyOf(found));
    }

    /** The line of the field itself, or of what it would be in. */
    private int lineOf(String field) {
        String place = field;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return lines.getOrDefault(place, 0);
    }
}
