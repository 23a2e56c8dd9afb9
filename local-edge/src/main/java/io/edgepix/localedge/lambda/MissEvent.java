package io.edgepix.localedge.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The origin-response event for a derivative that S3 does not have, to call the function without an edge. */
public final class MissEvent {
    private MissEvent() {}

    /**
     * Returns the event as JSON.
     *
     * @param method GET or HEAD
     * @param uri the path of the derivative, percent-encoded
     * @param region the Region of the bucket
     */
    public static String of(String method, String uri, String bucket, String region) {
        JsonObject request = new JsonObject();
        request.addProperty("clientIp", "203.0.113.178");
        request.addProperty("method", method);
        request.addProperty("uri", uri);
        request.addProperty("querystring", "");
        request.add("headers", headers("user-agent", "Amazon CloudFront"));
        request.add("origin", origin(bucket, region));
        JsonObject response = new JsonObject();
        response.addProperty("status", "404");
        response.addProperty("statusDescription", "Not Found");
        response.add("headers", headers("content-type", "application/xml"));
        JsonObject cf = new JsonObject();
        cf.add("request", request);
        cf.add("response", response);
        JsonArray records = new JsonArray();
        records.add(under("cf", cf));
        return under("Records", records).toString();
    }

    private static JsonObject origin(String bucket, String region) {
        JsonObject s3 = new JsonObject();
        s3.addProperty("authMethod", "origin-access-identity");
        s3.add("customHeaders", new JsonObject());
        s3.addProperty("domainName", bucket + ".s3." + region + ".amazonaws.com");
        s3.addProperty("path", "");
        s3.addProperty("region", region);
        return under("s3", s3);
    }

    private static JsonObject headers(String name, String value) {
        JsonObject header = new JsonObject();
        header.addProperty("key", name);
        header.addProperty("value", value);
        JsonArray values = new JsonArray();
        values.add(header);
        return under(name, values);
    }

    private static JsonObject under(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
