package io.edgepix.localedge.origin;

import com.google.gson.JsonObject;
import io.edgepix.localedge.http.Headers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Builds events of payload format 2.0 as function URLs do. The path stays percent-encoded. */
final class UrlEvents {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String DEFAULT = "$default";

    private UrlEvents() {}

    static JsonObject of(UrlRequest request, String sourceIp, String requestId) {
        JsonObject event = new JsonObject();
        event.addProperty("version", "2.0");
        event.addProperty("routeKey", DEFAULT);
        event.addProperty("rawPath", request.path());
        event.addProperty("rawQueryString", request.query());
        event.add("headers", headers(request.headers()));
        if (!request.query().isEmpty()) {
            JsonObject parameters = new JsonObject();
            request.parameters().forEach(parameters::addProperty);
            event.add("queryStringParameters", parameters);
        }
        event.add("requestContext", context(request, sourceIp, requestId));
        event.addProperty("isBase64Encoded", false);
        return event;
    }

    /** Returns the headers by their names in lower case, without the signature. */
    private static JsonObject headers(Headers headers) {
        JsonObject map = new JsonObject();
        for (Headers.Field field : headers.fields()) {
            if (!field.is("authorization")) {
                map.addProperty(
                        field.name().toLowerCase(Locale.ROOT),
                        headers.get(field.name()).orElseThrow());
            }
        }
        return map;
    }

    private static JsonObject context(UrlRequest request, String sourceIp, String requestId) {
        JsonObject http = new JsonObject();
        http.addProperty("method", request.method());
        http.addProperty("path", request.path());
        http.addProperty("protocol", "HTTP/1.1");
        http.addProperty("sourceIp", sourceIp);
        http.addProperty("userAgent", request.headers().get("user-agent").orElse(""));
        String id = request.host().substring(0, Math.max(0, request.host().indexOf('.')));
        Instant now = Instant.now();
        JsonObject context = new JsonObject();
        context.addProperty("accountId", "anonymous");
        context.addProperty("apiId", id);
        context.addProperty("domainName", request.host());
        context.addProperty("domainPrefix", id);
        context.add("http", http);
        context.addProperty("requestId", requestId);
        context.addProperty("routeKey", DEFAULT);
        context.addProperty("stage", DEFAULT);
        context.addProperty("time", TIME.format(now));
        context.addProperty("timeEpoch", now.toEpochMilli());
        return context;
    }
}
