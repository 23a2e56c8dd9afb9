package io.edgepix.configuration;

import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of one object in {@code edgepix.json}: each is taken once, and what is left over is unknown. */
final class Fields {
    private final String prefix;
    private final Named<?> values;
    private final Mistakes mistakes;
    private final List<String> taken = new ArrayList<>();

    private Fields(String prefix, Named<?> values, Mistakes mistakes) {
        this.prefix = prefix;
        this.values = values;
        this.mistakes = mistakes;
    }

    /**
     * The fields of a whole file.
     *
     * @param mistakes told of every value that is wrong, in whose place its default is read
     */
    static Fields of(@Nullable Object file, Mistakes mistakes) {
        if (!(file instanceof Named<?> object)) {
            mistakes.add("", "expected an object in braces");
            throw mistakes.exception();
        }
        return new Fields("", object, mistakes);
    }

    /** Reads a value in the language of URLs, and names the field where that fails. */
    static <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw new ConfigException(field, e.sentence());
        }
    }

    Mistakes mistakes() {
        return mistakes;
    }

    List<String> names() {
        return values.names();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The fields of an object; if it is missing or wrong, of the JSON given for that. */
    Fields object(String name, String otherwise) {
        Object value = take(name, Named.class, "must be an object in braces");
        Object read = value == null ? Json.parse(otherwise, new Mistakes()) : value;
        return new Fields(prefix + name + ".", (Named<?>) Objects.requireNonNull(read), mistakes);
    }

    @Nullable
    List<@Nullable Object> list(String name) {
        ArrayList<?> list = take(name, ArrayList.class, "must be a list in brackets");
        return list == null ? null : new ArrayList<@Nullable Object>(list);
    }

    /** The value as it was parsed; null where it is missing. */
    @Nullable
    Object any(String name) {
        return take(name, Object.class, "");
    }

    String string(String name, String otherwise) {
        String string = take(name, String.class, "must be a text in quotes");
        return string == null ? otherwise : string;
    }

    boolean bool(String name, boolean otherwise) {
        Boolean bool = take(name, Boolean.class, "must be true or false");
        return bool == null ? otherwise : bool;
    }

    int integer(String name, int otherwise, int min, int max) {
        String range = "must be a whole number from " + min + " to " + max;
        Integer number = take(name, Integer.class, range);
        if (number == null) {
            return otherwise;
        }
        if (number < min || number > max) {
            mistakes.add(prefix + name, range);
            return otherwise;
        }
        return number;
    }

    /** Null for a field that is missing, and for one that is wrong; one with null is there and wrong. */
    private <T> @Nullable T take(String name, Class<T> type, String demand) {
        taken.add(name);
        Object value = values.get(name);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (values.containsKey(name)) {
            mistakes.add(prefix + name, value == null ? "must not be null" : demand);
        }
        return null;
    }

    /** Complains of every field that nobody took. */
    void noOthers() {
        for (String name : names()) {
            if (!taken.contains(name)) {
                mistakes.add(prefix + name, "unknown field; the fields here are " + String.join(", ", taken));
            }
        }
    }
}
