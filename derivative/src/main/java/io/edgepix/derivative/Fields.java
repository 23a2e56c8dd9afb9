package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of one object in {@code edgepix.json}: each is taken once, and what is left over is unknown. */
final class Fields {
    private final String prefix;
    private final Named<?> values;
    private final List<String> taken = new ArrayList<>();

    private Fields(String prefix, Named<?> values) {
        this.prefix = prefix;
        this.values = values;
    }

    static Fields of(String name, @Nullable Object value) {
        if (!(value instanceof Named<?> object)) {
            throw new ConfigException(name.isEmpty() ? "the file" : name, "must be an object in braces");
        }
        return new Fields(name.isEmpty() ? "" : name + ".", object);
    }

    /** Reads a value in the language of URLs, and names the field where that fails. */
    static <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw new ConfigException(field, e.sentence());
        }
    }

    List<String> names() {
        return values.names();
    }

    /** The fields of an object; where it is missing, of the JSON given for that. */
    Fields object(String name, String otherwise) {
        Object value = take(name);
        return of(prefix + name, value == null ? Json.parse(otherwise) : value);
    }

    @Nullable
    List<@Nullable Object> list(String name) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ArrayList<?> list)) {
            throw wrong(name, "must be a list in brackets");
        }
        return new ArrayList<@Nullable Object>(list);
    }

    /** The value as it was parsed; null where it is missing. */
    @Nullable
    Object any(String name) {
        return take(name);
    }

    String string(String name, String otherwise) {
        Object value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof String string)) {
            throw wrong(name, "must be a text in quotes");
        }
        return string;
    }

    boolean bool(String name, boolean otherwise) {
        Object value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Boolean bool)) {
            throw wrong(name, "must be true or false");
        }
        return bool;
    }

    int integer(String name, int otherwise, int min, int max) {
        Object value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Integer number) || number < min || number > max) {
            throw wrong(name, "must be a whole number from " + min + " to " + max);
        }
        return number;
    }

    /** A field with null is there and wrong; one that is missing has its default. */
    private @Nullable Object take(String name) {
        taken.add(name);
        Object value = values.get(name);
        if (value == null && values.containsKey(name)) {
            throw wrong(name, "must not be null");
        }
        return value;
    }

    /** Complains of the first field that nobody took. */
    void noOthers() {
        for (String name : names()) {
            if (!isTaken(name)) {
                throw wrong(name, "unknown field; the fields here are " + String.join(", ", taken));
            }
        }
    }

    /** Without {@link List#contains}, that brings the {@code equals} of everything that may be in a list. */
    private boolean isTaken(String name) {
        for (String one : taken) {
            if (one.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private ConfigException wrong(String name, String what) {
        return new ConfigException(prefix + name, what);
    }
}
