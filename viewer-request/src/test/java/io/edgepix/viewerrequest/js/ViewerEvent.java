package io.edgepix.viewerrequest.js;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.Locale;

/** Builds viewer-request events, and reads the answers of handlers. */
final class ViewerEvent {
    private ViewerEvent() {}

    /** Returns the JSON of an event on one line and in ASCII, which can contain half of a surrogate pair. */
    static String of(RuleRequest request) {
        JsonObject headers = new JsonObject();
        headers.add("host", values("Host", "d111111abcdef8.cloudfront.net"));
        if (!request.userAgent().isEmpty()) {
            headers.add("user-agent", values("User-Agent", request.userAgent()));
        }
        if (!request.accept().isEmpty()) {
            headers.add("accept", values("Accept", request.accept()));
        }
        hint(headers, "Sec-CH-DPR", request.dpr());
        hint(headers, "Sec-CH-Width", request.width());
        hint(headers, "Save-Data", request.saveData());
        JsonObject fields = new JsonObject();
        fields.addProperty("clientIp", "203.0.113.178");
        fields.add("headers", headers);
        fields.addProperty("method", request.method());
        fields.addProperty("querystring", request.querystring());
        fields.addProperty("uri", request.uri());
        return around(fields);
    }

    private static void hint(JsonObject headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(name.toLowerCase(Locale.ROOT), values(name, value));
        }
    }

    /** Returns an event with a request. */
    static String around(JsonObject request) {
        return ascii(
                "{\"Records\":[{\"cf\":{\"config\":{\"eventType\":\"viewer-request\"},\"request\":" + request + "}}]}");
    }

    /** Returns the list of a header with the given values. */
    static JsonArray values(String key, String... values) {
        JsonArray list = new JsonArray();
        for (String value : values) {
            JsonObject header = new JsonObject();
            header.addProperty("key", key);
            header.addProperty("value", value);
            list.add(header);
        }
        return list;
    }

    /** Returns JSON in ASCII. */
    static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            ascii.append(c < 0x7F ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.toString();
    }

    /** Returns the decision in the answer of a handler, as printed by {@link DecisionText}. */
    static String decision(JsonElement answer, RuleRequest request) {
        JsonObject fields = answer.getAsJsonObject();
        if (fields.has("status")) {
            String status = fields.get("status").getAsString();
            return status.equals("403")
                    ? status
                    : fields.get("body").getAsString().stripTrailing();
        }
        String uri = fields.get("uri").getAsString();
        boolean same = uri.equals(request.uri())
                && fields.get("querystring").getAsString().equals(request.querystring());
        return same ? "" : uri;
    }

    static JsonObject requestIn(String event) {
        return JsonParser.parseString(event)
                .getAsJsonObject()
                .getAsJsonArray("Records")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("cf")
                .getAsJsonObject("request");
    }
}
