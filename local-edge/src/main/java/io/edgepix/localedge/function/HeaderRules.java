package io.edgepix.localedge.function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    static @Nullable String shape(Phase phase, JsonObject before, JsonObject result) {
        JsonElement headers = result.get("headers");
        if (headers == null || headers.isJsonNull()) {
            return null;
        }
        if (!headers.isJsonObject()) {
            return "returned headers that are no object";
        }
        for (Map.Entry<String, JsonElement> entry : headers.getAsJsonObject().entrySet()) {
            String breach = shapeOf(entry.getKey(), entry.getValue());
            if (breach != null) {
                return "returned the header " + printable(entry.getKey()) + " " + breach;
            }
        }
        return null;
    }

    private static @Nullable String shapeOf(String name, JsonElement list) {
        if (!isLowerCaseToken(name)) {
            return "under a name that is no lower-case token";
        }
        if (!list.isJsonArray()) {
            return "as something else than a list";
        }
        for (JsonElement element : list.getAsJsonArray()) {
            String breach = element.isJsonObject() ? shapeOf(name, element.getAsJsonObject()) : "without {key, value}";
            if (breach != null) {
                return breach;
            }
        }
        return null;
    }

    private static @Nullable String shapeOf(String name, JsonObject field) {
        String value = JsonFields.string(field, "value");
        if (value == null) {
            return "with a value that is no string";
        }
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            return "with a line break in its value";
        }
        String key = JsonFields.string(field, "key");
        boolean named = key == null ? !field.has("key") : key.equalsIgnoreCase(name);
        return named ? null : "with a key that is another name";
    }

    private static boolean isLowerCaseToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0);
    }

    static @Nullable String readOnly(Phase phase, JsonObject before, JsonObject result) {
        for (String name : phase.readOnlyHeaders()) {
            if (!values(before, name).equals(values(result, name))) {
                return "changed " + name;
            }
        }
        return null;
    }

    static @Nullable String disallowed(Phase phase, JsonObject before, JsonObject result) {
        for (String name : map(result).keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean listed =
                    DISALLOWED.contains(lower) || DISALLOWED_PREFIXES.stream().anyMatch(lower::startsWith);
            if (listed && !map(before).has(lower)) {
                return "added " + printable(lower);
            }
        }
        return null;
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
