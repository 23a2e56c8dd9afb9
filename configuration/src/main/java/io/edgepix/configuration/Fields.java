package io.edgepix.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.edgepix.derivative.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The fields of one object in {@code edgepix.json}. Each known field is read once; all others are unknown. */
final class Fields {
    private final String prefix;
    private final JsonObject values;
    private final Mistakes mistakes;
    private final Set<String> taken = new LinkedHashSet<>();

    private Fields(String prefix, JsonObject values, Mistakes mistakes) {
        this.prefix = prefix;
        this.values = values;
        this.mistakes = mistakes;
    }

    /**
     * Returns the fields of a whole file.
     *
     * @param mistakes receives every wrong value; the default is used in its place
     */
    static Fields of(JsonElement file, Mistakes mistakes) {
        if (!(file instanceof JsonObject object)) {
            mistakes.add("", "expected an object in braces, got " + kind(file));
            throw mistakes.exception();
        }
        return new Fields("", object, mistakes);
    }

    /** Reads a value that has the same syntax in URLs. If it is wrong, the exception names the field. */
    static <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw new ConfigException(field, e.sentence());
        }
    }

    /** Returns the text of a JSON string; empty for any other value. */
    static Optional<String> text(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /** Returns a whole number of at most nine digits; empty for any other value. */
    static OptionalInt wholeNumber(JsonElement value) {
        return value instanceof JsonPrimitive primitive
                        && primitive.isNumber()
                        && primitive.getAsNumber() instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    /** Returns a number or a truth value as text, and only the kind of any other value, as a text may be secret. */
    static String kind(JsonElement value) {
        if (value.isJsonObject()) {
            return "an object";
        }
        if (value.isJsonArray()) {
            return "a list";
        }
        return text(value).isPresent() ? "a text" : value.toString();
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.has(name);
    }

    /** Tells whether the field is present and its value is of a kind. */
    boolean is(String name, Predicate<JsonElement> kind) {
        JsonElement value = values.get(name);
        return value != null && kind.test(value);
    }

    /** Returns the full name of a field, for messages. */
    String path(String name) {
        return prefix + name;
    }

    /** Returns the fields of an object. If it is missing or wrong, returns the fields of the given JSON. */
    Fields object(String name, String otherwise) {
        JsonObject object = take(name, "expected an object in braces", value -> as(JsonObject.class, value))
                .orElseGet(() -> ConfigJson.parse(otherwise, new Mistakes()).getAsJsonObject());
        return new Fields(prefix + name + ".", object, mistakes);
    }

    /** Returns the values of a list; empty if the field is missing or wrong. */
    Optional<List<JsonElement>> list(String name) {
        return take(name, "expected a list in brackets", value -> as(JsonArray.class, value))
                .map(JsonArray::asList);
    }

    /** Returns the fields of each object in a list. Values that are no objects are reported, and left out. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<JsonElement> list = list(name).orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            String field = prefix + name + "[" + i + "]";
            if (list.get(i) instanceof JsonObject object) {
                objects.add(new Fields(field + ".", object, mistakes));
            } else {
                mistakes.add(field, "expected an object in braces, got " + kind(list.get(i)));
            }
        }
        return objects;
    }

    /** Returns the value as it was parsed; empty if the field is missing. */
    Optional<JsonElement> any(String name) {
        return take(name, "expected a value", Optional::of);
    }

    String string(String name, String otherwise) {
        return take(name, "expected a text in quotes", Fields::text).orElse(otherwise);
    }

    boolean bool(String name, boolean otherwise) {
        return take(name, "expected true or false", Fields::truth).orElse(otherwise);
    }

    int integer(String name, int otherwise, int min, int max) {
        return take(name, "expected a whole number from " + min + " to " + max, value -> {
                    OptionalInt number = wholeNumber(value);
                    return number.isPresent() && number.getAsInt() >= min && number.getAsInt() <= max
                            ? Optional.of(number.getAsInt())
                            : Optional.empty();
                })
                .orElse(otherwise);
    }

    private static Optional<Boolean> truth(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isBoolean()
                ? Optional.of(primitive.getAsBoolean())
                : Optional.empty();
    }

    private static <T> Optional<T> as(Class<T> type, JsonElement value) {
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** Returns the value of a field; empty if it is missing or wrong. A field that is null is wrong. */
    private <T> Optional<T> take(String name, String demand, Function<JsonElement, Optional<T>> reading) {
        taken.add(name);
        JsonElement value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = value.isJsonNull() ? Optional.empty() : reading.apply(value);
        if (read.isEmpty()) {
            mistakes.add(prefix + name, demand + ", got " + kind(value));
        }
        return read;
    }

    /** Reports every field that was not read. */
    void noOthers() {
        names().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name ->
                        mistakes.add(prefix + name, "unknown field; the fields here are " + String.join(", ", taken)));
    }
}
