package io.edgepix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the mistakes of one configuration, so that all of them are reported together. */
final class Mistakes {
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ConfigException.Fault> found = new ArrayList<>();

    /** Notes the line of a field in the file. */
    void place(String field, int line) {
        lines.putIfAbsent(field, line);
    }

    void add(String field, String what) {
        add(lineOf(field), field, what);
    }

    void add(int line, String field, String what) {
        found.add(new ConfigException.Fault(line, field, what));
    }

    /** Returns the value that the supplier reads. If that fails, notes the mistake and returns the other value. */
    <T extends @Nullable Object> T or(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            e.faults().forEach(fault -> add(fault.field(), fault.what())); // none of them has a line yet
            return otherwise;
        }
    }

    int count() {
        return found.size();
    }

    /** Throws an exception if there are mistakes. */
    void raise() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** Returns the exception for all mistakes, in the order of their lines. */
    ConfigException exception() {
        return new ConfigException(found.stream()
                .sorted(Comparator.comparingInt(ConfigException.Fault::line))
                .toList());
    }

    /**
     * Returns the line of the field. If the field is missing, returns the line of the innermost object or list around
     * it.
     */
    private int lineOf(String field) {
        String place = field;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return lines.getOrDefault(place, 0);
    }
}
