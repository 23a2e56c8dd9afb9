package io.edgepix.localedge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.function.EdgeFunction;
import io.edgepix.localedge.http.Headers;
import java.util.Map;

/** Calls a function for origin-response events by its URL, as if S3 had answered 404 before. */
record OriginAdapter(EdgeFunction viewer, EdgeFunction origin) implements FunctionSource {
    @Override
    public EdgeFunction atTheEdge(String packageKey) {
        return viewer;
    }

    @Override
    public EdgeFunction behindUrl(FunctionOrigin.Code code) {
        return event -> answer(JsonParser.parseString(
                        origin.invoke(originEvent(JsonParser.parseString(event).getAsJsonObject())))
                .getAsJsonObject());
    }

    private static String originEvent(JsonObject event) {
        JsonObject http = event.getAsJsonObject("requestContext").getAsJsonObject("http");
        Headers headers = new Headers();
        event.getAsJsonObject("headers")
                .entrySet()
                .forEach(
                        header -> headers.add(header.getKey(), header.getValue().getAsString()));
        JsonObject request = new JsonObject();
        request.add("method", http.get("method"));
        request.add("uri", event.get("rawPath"));
        request.add("querystring", event.get("rawQueryString"));
        request.add("headers", headers.toEvent());
        JsonObject response = new JsonObject();
        response.addProperty("status", "404");
        response.addProperty("statusDescription", "Not Found");
        response.add("headers", new JsonObject());
        JsonObject cf = new JsonObject();
        cf.add("request", request);
        cf.add("response", response);
        JsonObject holder = new JsonObject();
        holder.add("cf", cf);
        JsonArray records = new JsonArray();
        records.add(holder);
        JsonObject whole = new JsonObject();
        whole.add("Records", records);
        return whole.toString();
    }

    private static String answer(JsonObject result) {
        JsonObject headers = new JsonObject();
        for (Map.Entry<String, JsonElement> header :
                result.getAsJsonObject("headers").entrySet()) {
            headers.add(
                    header.getKey(),
                    header.getValue().getAsJsonArray().get(0).getAsJsonObject().get("value"));
        }
        JsonObject answer = new JsonObject();
        answer.add("statusCode", result.get("status"));
        answer.add("headers", headers);
        answer.add("body", result.get("body"));
        answer.addProperty(
                "isBase64Encoded",
                result.has("bodyEncoding")
                        && result.get("bodyEncoding").getAsString().equals("base64"));
        return answer.toString();
    }
}
