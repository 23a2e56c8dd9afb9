package io.edgepix.bench.regional;

import com.google.gson.JsonObject;

/** Events of a function URL, with payload format 2.0. */
final class FunctionUrlEvent {
    private static final String HOST = "abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws";

    private FunctionUrlEvent() {}

    /**
     * Returns the event of a GET request as CloudFront sends it.
     *
     * @param path percent-encoded
     */
    static String get(String path) {
        JsonObject http = new JsonObject();
        http.addProperty("method", "GET");
        http.addProperty("path", path);
        http.addProperty("protocol", "HTTP/1.1");
        http.addProperty("sourceIp", "192.0.2.1");
        http.addProperty("userAgent", "Amazon CloudFront");
        JsonObject context = new JsonObject();
        context.addProperty("accountId", "123456789012");
        context.addProperty("apiId", HOST.substring(0, HOST.indexOf('.')));
        context.addProperty("domainName", HOST);
        context.addProperty("domainPrefix", HOST.substring(0, HOST.indexOf('.')));
        context.add("http", http);
        context.addProperty("requestId", "f8b2a0b4-0000-4000-8000-6a1c2d3e4f50");
        context.addProperty("routeKey", "$default");
        context.addProperty("stage", "$default");
        context.addProperty("time", "30/Nov/2026:12:00:00 +0000");
        context.addProperty("timeEpoch", 1796040000000L);
        JsonObject headers = new JsonObject();
        headers.addProperty("host", HOST);
        headers.addProperty("user-agent", "Amazon CloudFront");
        headers.addProperty("via", "2.0 0123456789abcdef.cloudfront.net (CloudFront)");
        headers.addProperty("x-amz-cf-id", "0123456789abcdef");
        headers.addProperty("x-forwarded-for", "192.0.2.1");
        headers.addProperty("x-forwarded-proto", "https");
        JsonObject event = new JsonObject();
        event.addProperty("version", "2.0");
        event.addProperty("routeKey", "$default");
        event.addProperty("rawPath", path);
        event.addProperty("rawQueryString", "");
        event.add("headers", headers);
        event.add("requestContext", context);
        event.addProperty("isBase64Encoded", false);
        return event.toString();
    }
}
