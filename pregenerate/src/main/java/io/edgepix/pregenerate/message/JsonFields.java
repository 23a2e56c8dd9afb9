package io.edgepix.pregenerate.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a JSON object.
 *
 * @param path the path of the object with a dot at its end; empty for the root
 */
record JsonFields(String path, JsonObject object) {
    private static final int EXCERPT = 50;

    boolean has(String name) {
        return object.has(name);
    }

    JsonFields object(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonObject found) {
            return new JsonFields(path + name + ".", found);
        }
        throw wrong(name, "an object");
    }

    List<JsonFields> objects(String name) throws MalformedMessageException {
        List<JsonFields> objects = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonObject found)) {
                throw new MalformedMessageException(
                        path + name + "[" + i + "]: expected an object, got " + kind(array.get(i)));
            }
            objects.add(new JsonFields(path + name + "[" + i + "].", found));
        }
        return objects;
    }

    /** Returns the texts of an array; none if the field is missing. */
    List<String> texts(String name) throws MalformedMessageException {
        if (!has(name)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonPrimitive text && text.isString())) {
                throw new MalformedMessageException(
                        path + name + "[" + i + "]: expected a text, got " + kind(array.get(i)));
            }
            texts.add(text.getAsString());
        }
        return List.copyOf(texts);
    }

    private JsonArray array(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonArray found) {
            return found;
        }
        throw wrong(name, "an array");
    }

    String text(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonPrimitive found && found.isString()) {
            return found.getAsString();
        }
        throw wrong(name, "a text");
    }

    boolean bool(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonPrimitive found && found.isBoolean()) {
            return found.getAsBoolean();
        }
        throw wrong(name, "true or false");
    }

    /** Fails if there is a field with any other name. */
    void expectOnly(Set<String> names) throws MalformedMessageException {
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                throw new MalformedMessageException(path + excerpt(name) + ": expected only the fields "
                        + String.join(", ", new TreeSet<>(names)) + ", got another one");
            }
        }
    }

    int wholeNumber(String name) throws MalformedMessageException {
        try {
            if (object.get(name) instanceof JsonPrimitive found && found.isNumber()) {
                return Math.toIntExact(found.getAsBigDecimal().longValueExact());
            }
            throw wrong(name, "a whole number");
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    private MalformedMessageException wrong(String name, String expected) {
        JsonElement found = object.get(name);
        return new MalformedMessageException(
                path + name + ": expected " + expected + ", got " + (found == null ? "none" : kind(found)));
    }

    static String kind(JsonElement value) {
        if (value.isJsonNull()) {
            return "null";
        }
        if (value.isJsonObject()) {
            return "an object";
        }
        if (value.isJsonArray()) {
            return "an array";
        }
        return excerpt(value.toString());
    }

    /** Returns the first characters of a text. */
    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "...";
    }
}
