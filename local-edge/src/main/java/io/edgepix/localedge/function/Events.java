package io.edgepix.localedge.function;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.behaviour.EventType;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import org.jspecify.annotations.Nullable;

/** Builds events as CloudFront does. */
public final class Events {
    static final String DISTRIBUTION_DOMAIN = "d111111abcdef8.cloudfront.net";
    public static final String VIA = "1.1 4f5a0f7d8c2b4e3a9d1c6b7e8f9a0b1c.cloudfront.net (CloudFront)";
    static final String DISTRIBUTION_ID = "EDFDVBD6EXAMPLE";

    private final BucketOrigin bucket;

    public Events(BucketOrigin bucket) {
        this.bucket = bucket;
    }

    public JsonObject viewerRequest(ViewerRequest request) {
        return of(EventType.VIEWER_REQUEST, request.id(), request.toEvent());
    }

    /**
     * Builds an event with the request that went to S3, and with S3's response.
     *
     * @param knownETag the ETag of a stale copy that the cache revalidates; null if there is none
     */
    public JsonObject originResponse(
            ViewerRequest viewer, String uri, String query, @Nullable String knownETag, Answer fromS3) {
        JsonObject request = originRequest(viewer, uri, query, knownETag);
        JsonObject event = of(EventType.ORIGIN_RESPONSE, viewer.id(), request);
        JsonObject response = new JsonObject();
        response.addProperty("status", Integer.toString(fromS3.status()));
        response.addProperty("statusDescription", fromS3.reason());
        response.add(
                "headers",
                fromS3.headers().copy().remove("connection").set("Via", VIA).toEvent());
        cf(event).add("response", response);
        return event;
    }

    private JsonObject originRequest(ViewerRequest viewer, String uri, String query, @Nullable String knownETag) {
        Headers headers = new Headers()
                .add("X-Forwarded-For", viewer.clientIp())
                .add("User-Agent", "Amazon CloudFront")
                .add("Via", VIA)
                .add("Host", bucket.domainName());
        if (knownETag != null) {
            headers.add("If-None-Match", knownETag);
        }
        JsonObject request = new JsonObject();
        request.addProperty("clientIp", viewer.clientIp());
        request.add("headers", headers.toEvent());
        request.addProperty("method", viewer.method());
        request.addProperty("querystring", query);
        request.addProperty("uri", uri);
        request.add("origin", origin());
        return request;
    }

    private JsonObject origin() {
        JsonObject s3 = new JsonObject();
        s3.add("customHeaders", new JsonObject());
        s3.addProperty("domainName", bucket.domainName());
        s3.addProperty("path", bucket.path());
        s3.addProperty("authMethod", bucket.authMethod());
        s3.addProperty("region", bucket.region());
        JsonObject origin = new JsonObject();
        origin.add("s3", s3);
        return origin;
    }

    private static JsonObject of(EventType eventType, String requestId, JsonObject request) {
        JsonObject config = new JsonObject();
        config.addProperty("distributionDomainName", DISTRIBUTION_DOMAIN);
        config.addProperty("distributionId", DISTRIBUTION_ID);
        config.addProperty("eventType", eventType.value());
        config.addProperty("requestId", requestId);
        JsonObject cf = new JsonObject();
        cf.add("config", config);
        cf.add("request", request);
        JsonObject holder = new JsonObject();
        holder.add("cf", cf);
        JsonArray records = new JsonArray();
        records.add(holder);
        JsonObject event = new JsonObject();
        event.add("Records", records);
        return event;
    }

    public static JsonObject cf(JsonObject event) {
        return event.getAsJsonArray("Records").get(0).getAsJsonObject().getAsJsonObject("cf");
    }
}
