package io.edgepix.localedge.function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules for the headers that a function returns. */
final class HeaderRules {
    private static final Set<String> DISALLOWED = Set.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "trailer",
            "upgrade",
            "x-accel-buffering",
            "x-accel-charset",
            "x-accel-limit-rate",
            "x-accel-redirect",
            "x-amzn-auth",
            "x-amzn-cf-billing",
            "x-amzn-cf-id",
            "x-amzn-cf-xff",
            "x-amzn-errortype",
            "x-amzn-fle-profile",
            "x-amzn-header-count",
            "x-amzn-header-order",
            "x-amzn-lambda-integration-tag",
            "x-amzn-requestid",
            "x-cache",
            "x-forwarded-proto",
            "x-real-ip");
    private static final List<String> DISALLOWED_PREFIXES = List.of("x-amz-cf-", "x-edge-");
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HeaderRules() {}

    static Optional<String> shape(EventType eventType, JsonObject before, JsonObject result) {
        JsonElement headers = result.get("headers");
        if (headers == null || headers.isJsonNull()) {
            return Optional.empty();
        }
        if (!headers.isJsonObject()) {
            return Optional.of("returned headers that are not an object");
        }
        for (Map.Entry<String, JsonElement> entry : headers.getAsJsonObject().entrySet()) {
            Optional<String> breach = shapeOf(entry.getKey(), entry.getValue());
            if (breach.isPresent()) {
                return Optional.of("returned the header " + printable(entry.getKey()) + " " + breach.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shapeOf(String name, JsonElement list) {
        if (!isLowerCaseToken(name)) {
            return Optional.of("under a name that is not a lower-case token");
        }
        if (!list.isJsonArray()) {
            return Optional.of("as something other than a list");
        }
        for (JsonElement element : list.getAsJsonArray()) {
            Optional<String> breach = element.isJsonObject()
                    ? shapeOf(name, element.getAsJsonObject())
                    : Optional.of("without {key, value}");
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shapeOf(String name, JsonObject field) {
        Optional<String> value = JsonFields.string(field, "value");
        if (value.isEmpty()) {
            return Optional.of("with a value that is not a string");
        }
        if (value.get().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            return Optional.of("with a line break in its value");
        }
        Optional<String> key = JsonFields.string(field, "key");
        boolean named = key.map(name::equalsIgnoreCase).orElse(!field.has("key"));
        return named ? Optional.empty() : Optional.of("with a key that is a different name");
    }

    private static boolean isLowerCaseToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0);
    }

    static Optional<String> readOnly(EventType eventType, JsonObject before, JsonObject result) {
        for (String name : eventType.readOnlyHeaders()) {
            if (!values(before, name).equals(values(result, name))) {
                return Optional.of("changed " + name);
            }
        }
        return Optional.empty();
    }

    static Optional<String> disallowed(EventType eventType, JsonObject before, JsonObject result) {
        for (String name : map(result).keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean listed =
                    DISALLOWED.contains(lower) || DISALLOWED_PREFIXES.stream().anyMatch(lower::startsWith);
            if (listed && !map(before).has(lower)) {
                return Optional.of("added " + printable(lower));
            }
        }
        return Optional.empty();
    }

    private static List<String> values(JsonObject message, String name) {
        JsonElement list = map(message).get(name);
        List<String> values = new ArrayList<>();
        if (list != null) {
            for (JsonElement field : (JsonArray) list) {
                values.add(field.getAsJsonObject().get("value").getAsString());
            }
        }
        return values;
    }

    static JsonObject map(JsonObject message) {
        return JsonFields.isAbsent(message, "headers") ? new JsonObject() : message.getAsJsonObject("headers");
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
