package io.edgepix.viewerrequest.js;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.Map;

/** Events of CloudFront Functions, and the answers that correspond to those of Lambda@Edge. */
final class FunctionEvent {
    private static final String RAW = "rawQueryString";

    private FunctionEvent() {}

    /** Returns the event for an event of Lambda@Edge. It has the query string as a text, and parsed. */
    static JsonObject of(String lambdaEvent) {
        JsonObject lambda = ViewerEvent.requestIn(lambdaEvent);
        JsonObject request = new JsonObject();
        request.add("method", lambda.get("method"));
        request.add("uri", lambda.get("uri"));
        String raw = lambda.get("querystring").getAsString();
        request.addProperty(RAW, raw);
        request.add("querystring", parsed(raw));
        request.add("headers", headers(lambda.getAsJsonObject("headers")));
        request.add("cookies", new JsonObject());
        JsonObject event = new JsonObject();
        event.addProperty("version", "1.0");
        event.add("context", JsonParser.parseString("{\"eventType\":\"viewer-request\"}"));
        event.add("viewer", JsonParser.parseString("{\"ip\":\"203.0.113.178\"}"));
        event.add("request", request);
        return event;
    }

    /** Returns the event without the text of the query string. */
    static JsonObject withoutText(JsonObject event) {
        JsonObject changed = event.deepCopy();
        changed.getAsJsonObject("request").remove(RAW);
        return changed;
    }

    /** Returns an event as one line in ASCII. */
    static String line(JsonObject event) {
        return ViewerEvent.ascii(event.toString());
    }

    /** Returns the answer of the function that corresponds to one of Lambda@Edge, without the selected origin. */
    static JsonObject expected(JsonObject event, JsonElement ofLambda) {
        JsonObject lambda = ofLambda.getAsJsonObject();
        JsonObject expected = new JsonObject();
        if (!lambda.has("status")) {
            JsonObject request = event.getAsJsonObject("request").deepCopy();
            request.remove(RAW);
            if (!lambda.get("uri").equals(request.get("uri"))) {
                request.add("querystring", new JsonObject());
            }
            request.add("uri", lambda.get("uri"));
            expected.add("request", request);
            return expected;
        }
        JsonObject response = new JsonObject();
        response.addProperty("statusCode", lambda.get("status").getAsInt());
        response.add("statusDescription", lambda.get("statusDescription"));
        response.add("headers", headers(lambda.getAsJsonObject("headers")));
        if (lambda.has("body")) {
            JsonObject body = new JsonObject();
            body.add("encoding", lambda.get("bodyEncoding"));
            body.add("data", lambda.get("body"));
            response.add("body", body);
        }
        expected.add("response", response);
        return expected;
    }

    private static JsonObject parsed(String raw) {
        JsonObject all = new JsonObject();
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                add(all, equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return all;
    }

    /** Adds a value. The first one is the value, and there is a list if there are several. */
    private static void add(JsonObject all, String name, String text) {
        JsonObject value = new JsonObject();
        value.addProperty("value", text);
        JsonObject former = all.getAsJsonObject(name);
        if (former == null) {
            all.add(name, value);
            return;
        }
        if (!former.has("multiValue")) {
            JsonArray first = new JsonArray();
            first.add(former.deepCopy());
            former.add("multiValue", first);
        }
        former.getAsJsonArray("multiValue").add(value);
    }

    private static JsonObject headers(JsonObject ofLambda) {
        JsonObject headers = new JsonObject();
        for (Map.Entry<String, JsonElement> header : ofLambda.entrySet()) {
            for (JsonElement value : header.getValue().getAsJsonArray()) {
                add(
                        headers,
                        header.getKey(),
                        value.getAsJsonObject().get("value").getAsString());
            }
        }
        return headers;
    }

    /** Returns headers of CloudFront Functions for lists of texts. */
    static JsonObject single(JsonObject lists) {
        JsonObject headers = new JsonObject();
        lists.asMap()
                .forEach((name, values) ->
                        values.getAsJsonArray().forEach(value -> add(headers, name, value.getAsString())));
        return headers;
    }

    /** Returns lists of texts for headers of CloudFront Functions. */
    static JsonObject lists(JsonObject headers) {
        JsonObject lists = new JsonObject();
        headers.asMap().forEach((name, header) -> {
            JsonArray values = new JsonArray();
            JsonObject fields = header.getAsJsonObject();
            if (fields.has("multiValue")) {
                fields.getAsJsonArray("multiValue")
                        .forEach(value -> values.add(value.getAsJsonObject().get("value")));
            } else {
                values.add(fields.get("value"));
            }
            lists.add(name, values);
        });
        return lists;
    }

    /** Returns whether njs can read a request. Its strings are UTF-8, without halves of surrogate pairs. */
    static boolean isUtf8(RuleRequest request) {
        return request.toString().codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
