package io.edgepix.localedge.function;

import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.Phase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules for the request that a viewer-request function returns. */
final class RequestRules {
    private RequestRules() {}

    static @Nullable String uri(Phase phase, JsonObject before, JsonObject result) {
        String uri = JsonFields.string(result, "uri");
        if (uri == null) {
            return "returned a uri that is no string";
        }
        if (!uri.startsWith("/")) {
            return "returned a uri that does not start with /";
        }
        if (uri.indexOf('?') >= 0) {
            return "returned a uri with a query";
        }
        return uri.chars().allMatch(c -> c > ' ' && c <= '~') ? null : "returned a uri that is not percent-encoded";
    }

    static @Nullable String querystring(Phase phase, JsonObject before, JsonObject result) {
        return JsonFields.isAbsent(result, "querystring") || JsonFields.string(result, "querystring") != null
                ? null
                : "returned a querystring that is no string";
    }

    static @Nullable String readOnlyFields(Phase phase, JsonObject before, JsonObject result) {
        for (String field : new String[] {"method", "clientIp"}) {
            if (!Objects.equals(JsonFields.string(before, field), JsonFields.string(result, field))) {
                return "changed " + field;
            }
        }
        return null;
    }
}
