package io.edgepix.localedge.function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.EventType;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of CloudFront Functions, and conversions of their results to the form of Lambda@Edge. */
final class CodeEvents {
    private CodeEvents() {}

    static JsonObject viewerRequest(ViewerRequest viewer) {
        JsonObject event = new JsonObject();
        event.addProperty("version", "1.0");
        JsonObject context = new JsonObject();
        context.addProperty("distributionDomainName", Events.DISTRIBUTION_DOMAIN);
        context.addProperty("distributionId", Events.DISTRIBUTION_ID);
        context.addProperty("eventType", EventType.VIEWER_REQUEST.value());
        context.addProperty("requestId", viewer.id());
        event.add("context", context);
        JsonObject address = new JsonObject();
        address.addProperty("ip", viewer.clientIp());
        event.add("viewer", address);
        JsonObject request = new JsonObject();
        request.addProperty("method", viewer.method());
        request.addProperty("uri", viewer.uri());
        if (!viewer.query().isEmpty()) {
            request.addProperty("rawQueryString", viewer.query());
        }
        request.add("headers", headers(viewer.headers().copy().remove("cookie")));
        request.add("cookies", new JsonObject());
        event.add("request", request);
        return event;
    }

    static JsonObject viewerResponse(ViewerRequest viewer, Answer answer) {
        JsonObject event = viewerRequest(viewer);
        event.getAsJsonObject("context").addProperty("eventType", EventType.VIEWER_RESPONSE.value());
        JsonObject response = new JsonObject();
        response.addProperty("statusCode", answer.status());
        response.addProperty("statusDescription", answer.reason());
        response.add("headers", headers(answer.headers()));
        response.add("cookies", new JsonObject());
        event.add("response", response);
        return event;
    }

    private static JsonObject headers(Headers headers) {
        JsonObject map = new JsonObject();
        for (Headers.Field field : headers.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!map.has(name)) {
                JsonObject entry = value(field.value());
                List<String> all = headers.fields().stream()
                        .filter(other -> other.is(name))
                        .map(Headers.Field::value)
                        .toList();
                if (all.size() > 1) {
                    JsonArray values = new JsonArray();
                    all.forEach(one -> values.add(value(one)));
                    entry.add("multiValue", values);
                }
                map.add(name, entry);
            }
        }
        return map;
    }

    private static JsonObject value(String value) {
        JsonObject entry = new JsonObject();
        entry.addProperty("value", value);
        return entry;
    }

    /** Converts a request, whose method and address a function cannot change. */
    static JsonObject toRequest(JsonObject request, ViewerRequest viewer) {
        JsonObject converted = new JsonObject();
        converted.add("method", request.get("method"));
        converted.addProperty("clientIp", viewer.clientIp());
        converted.add("uri", request.get("uri"));
        converted.addProperty("querystring", query(request.get("querystring")));
        converted.add("headers", toHeaders(request.get("headers")));
        return converted;
    }

    /** Converts a response. */
    static JsonObject toResponse(JsonObject response) {
        JsonObject converted = new JsonObject();
        converted.addProperty("status", response.get("statusCode").getAsString());
        if (response.has("statusDescription")) {
            converted.add("statusDescription", response.get("statusDescription"));
        }
        converted.add("headers", toHeaders(response.get("headers")));
        JsonElement body = response.get("body");
        if (body != null && body.isJsonObject()) {
            converted.add("body", body.getAsJsonObject().get("data"));
            converted.add("bodyEncoding", body.getAsJsonObject().get("encoding"));
        } else if (body != null) {
            converted.add("body", body);
        }
        return converted;
    }

    private static JsonObject toHeaders(@Nullable JsonElement headers) {
        JsonObject map = new JsonObject();
        if (headers == null || !headers.isJsonObject()) {
            return map;
        }
        for (Map.Entry<String, JsonElement> header : headers.getAsJsonObject().entrySet()) {
            JsonArray fields = new JsonArray();
            for (JsonElement each : values(header.getValue().getAsJsonObject())) {
                JsonObject field = new JsonObject();
                field.addProperty("key", header.getKey());
                field.add("value", each.getAsJsonObject().get("value"));
                fields.add(field);
            }
            map.add(header.getKey(), fields);
        }
        return map;
    }

    private static List<JsonElement> values(JsonObject entry) {
        JsonElement all = entry.get("multiValue");
        return all != null && all.isJsonArray() ? all.getAsJsonArray().asList() : List.of(entry);
    }

    private static String query(@Nullable JsonElement querystring) {
        if (querystring == null || !querystring.isJsonObject()) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        querystring.getAsJsonObject().entrySet().forEach(entry -> {
            for (JsonElement each : values(entry.getValue().getAsJsonObject())) {
                String value = each.getAsJsonObject().get("value").getAsString();
                parameters.add(value.isEmpty() ? entry.getKey() : entry.getKey() + "=" + value);
            }
        });
        return String.join("&", parameters);
    }
}
