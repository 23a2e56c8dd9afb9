package io.edgepix.localedge.http;

import com.google.gson.JsonObject;

/** A viewer's request, with path and query exactly as they were sent. */
public record ViewerRequest(String id, String clientIp, String method, String uri, String query, Headers headers) {
    public boolean isHead() {
        return method.equals("HEAD");
    }

    public String pathAndQuery() {
        return query.isEmpty() ? uri : uri + "?" + query;
    }

    public JsonObject toEvent() {
        JsonObject request = new JsonObject();
        request.addProperty("clientIp", clientIp);
        request.add("headers", headers.toEvent());
        request.addProperty("method", method);
        request.addProperty("querystring", query);
        request.addProperty("uri", uri);
        return request;
    }
}
