package io.edgepix.derivation.answer;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The header fields of an answer before it is complete. */
final class MapHeaders implements HeaderFields {
    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    MapHeaders(Map<String, String> fields) {
        this.fields.putAll(fields);
    }

    Map<String, String> fields() {
        return fields;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        fields.keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    @Override
    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public void set(String name, String value) {
        fields.put(name, value);
    }

    @Override
    public void remove(String name) {
        fields.remove(name);
    }
}
