package io.edgepix.localedge.function;

import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.EventType;
import java.util.Optional;

/** Rules for the request that a viewer-request function returns. */
final class RequestRules {
    private RequestRules() {}

    static Optional<String> uri(EventType eventType, JsonObject before, JsonObject result) {
        Optional<String> returned = JsonFields.string(result, "uri");
        if (returned.isEmpty()) {
            return Optional.of("returned a uri that is not a string");
        }
        String uri = returned.get();
        if (!uri.startsWith("/")) {
            return Optional.of("returned a uri that does not start with /");
        }
        if (uri.indexOf('?') >= 0) {
            return Optional.of("returned a uri with a query");
        }
        return uri.chars().allMatch(c -> c > ' ' && c <= '~')
                ? Optional.empty()
                : Optional.of("returned a uri that is not percent-encoded");
    }

    static Optional<String> querystring(EventType eventType, JsonObject before, JsonObject result) {
        return JsonFields.isAbsent(result, "querystring")
                        || JsonFields.string(result, "querystring").isPresent()
                ? Optional.empty()
                : Optional.of("returned a querystring that is not a string");
    }

    static Optional<String> readOnlyFields(EventType eventType, JsonObject before, JsonObject result) {
        for (String field : new String[] {"method", "clientIp"}) {
            if (!JsonFields.string(before, field).equals(JsonFields.string(result, field))) {
                return Optional.of("changed " + field);
            }
        }
        return Optional.empty();
    }
}
