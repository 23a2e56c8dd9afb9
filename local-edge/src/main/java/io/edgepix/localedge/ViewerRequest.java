package io.edgepix.localedge;

import com.google.gson.JsonObject;

/** What a viewer asked for, path and query as they were sent. */
record ViewerRequest(String id, String clientIp, String method, String uri, String query, Headers headers) {
    boolean isHead() {
        return method.equals("HEAD");
    }

    String pathAndQuery() {
        return query.isEmpty() ? uri : uri + "?" + query;
    }

    JsonObject toEvent() {
        JsonObject request = new JsonObject();
        request.addProperty("clientIp", clientIp);
        request.add("headers", headers.toEvent());
        request.addProperty("method", method);
        request.addProperty("querystring", query);
        request.addProperty("uri", uri);
        return request;
    }
}
