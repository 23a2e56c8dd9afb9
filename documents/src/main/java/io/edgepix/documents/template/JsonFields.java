package io.edgepix.documents.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.edgepix.documents.problem.Bounds;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows JSON to jmustache. Nothing else can be reached: no methods and fields of Java objects. As in JavaScript, a
 * section is left out if its value is false, 0, empty or null.
 */
final class JsonFields extends BasicCollector {
    private final Bounds bounds;
    private String lastName = "";

    /** Creates fields. They check the time, as sections that print nothing can repeat forever. */
    JsonFields(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Returns the name of the field that was asked for last. */
    String lastName() {
        return lastName;
    }

    @Override
    public @Nullable Iterator<?> toIterator(@Nullable Object value) {
        bounds.checkTime();
        if (value instanceof JsonArray array) {
            return array.asList().stream().map(JsonFields::value).iterator();
        }
        boolean empty = value == null
                || "".equals(value)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof List<?> list && list.isEmpty());
        return empty ? Collections.emptyIterator() : null;
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return (data, field) -> {
            bounds.checkTime();
            lastName = field;
            return switch (data) {
                case JsonObject object when object.has(field) -> value(object.get(field));
                case JsonArray array when isIndex(field, array) -> value(array.get(Integer.parseInt(field)));
                default -> Template.NO_FETCHER_FOUND;
            };
        };
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new HashMap<>();
    }

    private static boolean isIndex(String field, JsonArray array) {
        return field.matches("\\d{1,6}") && Integer.parseInt(field) < array.size();
    }

    /** Returns true, false, a text, a number, an object, an array, or null. */
    private static @Nullable Object value(JsonElement element) {
        if (element.isJsonNull()) {
            return null;
        }
        if (!(element instanceof JsonPrimitive primitive)) {
            return element;
        }
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber() ? primitive.getAsNumber() : primitive.getAsString();
    }

    /** Returns the text of a value, or null if it is an object or an array. A number is written as in the JSON. */
    static @Nullable String text(Object value) {
        return switch (value) {
            case JsonElement _ -> null;
            case Double number
            when Double.isFinite(number) ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
