package io.edgepix.cloudformation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a stack against the published schemas: types, nested properties, required properties and attributes. */
final class SchemaCheck {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\$\\{(\\w+)\\.([\\w.]+)}");
    private static final List<String> BESIDE_PROPERTIES = List.of("DeletionPolicy", "UpdateReplacePolicy", "DependsOn");

    private final Schemas schemas;
    private final List<String> errors = new ArrayList<>();

    private SchemaCheck(Schemas schemas) {
        this.schemas = schemas;
    }

    static List<String> errors(Schemas schemas, Stack stack) {
        SchemaCheck check = new SchemaCheck(schemas);
        stack.all().forEach(check::resource);
        check.attributes(stack);
        return check.errors;
    }

    private void resource(Resource resource) {
        JsonObject schema = schemas.resource(resource.type());
        if (schema == null) {
            errors.add(resource.id() + " is of the unknown type " + resource.type());
            return;
        }
        object(resource.id(), resource.properties(), schema);
        resource.attributes().keySet().stream()
                .filter(name -> !BESIDE_PROPERTIES.contains(name))
                .forEach(name -> errors.add(resource.id() + " has the unknown attribute " + name));
    }

    private void object(String at, Map<String, Object> values, JsonObject schema) {
        Map<String, JsonElement> known = schema.getAsJsonObject("properties").asMap();
        values.forEach((name, value) -> {
            JsonElement property = known.get(name);
            if (property == null) {
                errors.add(at + " has the unknown property " + name);
            } else {
                value(at + "." + name, value, property.getAsJsonObject().getAsJsonObject("type"));
            }
        });
        known.forEach((name, property) -> {
            if (property.getAsJsonObject().has("required") && !values.containsKey(name)) {
                errors.add(at + " lacks the required property " + name);
            }
        });
    }

    private void value(String at, Object value, JsonObject type) {
        switch (Schemas.string(type, "type")) {
            case "string", "date-time" -> scalar(at, value instanceof String, "string", value, type);
            case "integer", "number" -> scalar(at, value instanceof Long, "number", value, type);
            case "boolean" -> scalar(at, value instanceof Boolean, "boolean", value, type);
            case "array" -> array(at, value, type);
            case "ref" -> nested(at, value, schemas.referenced(type));
            case "map" ->
                Values.map(value)
                        .forEach((key, entry) -> value(at + "." + key, entry, type.getAsJsonObject("element")));
            case "union" -> union(at, value, type);
            case "json" -> {
                // A policy, which the requirements check.
            }
            default -> errors.add(at + ": expected a known kind of type, got " + type);
        }
    }

    private void scalar(String at, boolean fits, String kind, Object value, JsonObject type) {
        if (!fits) {
            errors.add(at + ": expected a " + kind + ", got " + value);
        } else if (type.has("allowedValues")
                && type.getAsJsonArray("allowedValues").asList().stream()
                        .noneMatch(allowed -> allowed.getAsString().equals(String.valueOf(value)))) {
            errors.add(at + ": expected one of the allowed values, got " + value);
        }
    }

    private void array(String at, Object value, JsonObject type) {
        if (value instanceof List<?>) {
            List<Object> elements = Values.list(value);
            for (int i = 0; i < elements.size(); i++) {
                value(at + "[" + i + "]", elements.get(i), type.getAsJsonObject("element"));
            }
        } else {
            errors.add(at + ": expected a list, got " + value);
        }
    }

    private void nested(String at, Object value, JsonObject schema) {
        if (value instanceof Map<?, ?>) {
            object(at, Values.map(value), schema);
        } else {
            errors.add(at + ": expected an object, got " + value);
        }
    }

    private void union(String at, Object value, JsonObject type) {
        boolean fitsOne = type.getAsJsonArray("types").asList().stream().anyMatch(one -> {
            SchemaCheck check = new SchemaCheck(schemas);
            check.value(at, value, one.getAsJsonObject());
            return check.errors.isEmpty();
        });
        if (!fitsOne) {
            errors.add(at + ": expected one of the allowed types, got " + value);
        }
    }

    /** Checks that each {@code !GetAtt} names an attribute of its resource. */
    private void attributes(Stack stack) {
        Stream<String> texts = Stream.concat(
                stack.all().stream().map(resource -> resource.properties().toString()),
                stack.outputs().values().stream());
        texts.flatMap(text -> ATTRIBUTE.matcher(text).results()).forEach(marker -> attribute(stack, marker));
    }

    private void attribute(Stack stack, MatchResult marker) {
        Resource resource = stack.resources().get(marker.group(1));
        JsonObject schema = resource == null ? null : schemas.resource(resource.type());
        if (schema != null && !schema.getAsJsonObject("attributes").has(marker.group(2))) {
            errors.add(marker.group(1) + " has no attribute " + marker.group(2));
        }
    }
}
