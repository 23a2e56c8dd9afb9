package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.cloudfront.Headers;
import io.edgepix.derivation.CacheTag;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the origin's response into ours. The read-only headers, Transfer-Encoding and Via, stay unchanged. */
final class Answers {
    /**
     * The maximum size of a generated response, as JSON with its base64. CloudFront's limit is 1 MB with headers; this
     * limit is below it for every definition of a megabyte.
     */
    static final int MAX_BYTES = 1_000_000;

    private static final int BODY_FIELD = ",\"body\":\"\"".length();

    private Answers() {}

    static EdgeResponse picture(EdgeResponse response, int status, byte[] picture, Map<String, String> headers) {
        replace(response, status, headers);
        response.setBinaryBody(picture);
        return response;
    }

    /** Tells whether a response with a picture is larger than a generated response may be. */
    static boolean isTooLarge(EdgeResponse picture) {
        long base64 = (picture.binaryBody().length + 2L) / 3 * 4;
        int others = EventJson.write(picture).getBytes(StandardCharsets.UTF_8).length;
        return others + BODY_FIELD + base64 > MAX_BYTES;
    }

    static EdgeResponse redirect(EdgeResponse response, String location, String cacheControl) {
        replace(response, 302, Map.of("Location", location, "Cache-Control", cacheControl));
        response.setTextBody("");
        return response;
    }

    /**
     * Turns an answer to GET into an answer to HEAD. It has no body, since CloudFront would state the length 0 for an
     * empty one. A 200 is not cached: the next HEAD finds the derivative in S3, which states the length.
     */
    static EdgeResponse headOf(EdgeResponse response) {
        response.setNoBody();
        if (response.getStatus().equals("200")) {
            response.getHeaders().put("cache-control", Headers.of("Cache-Control", "no-store"));
        }
        return response;
    }

    /**
     * Responds with one line of text.
     *
     * @param cacheTag the tag of the original, if there is one; a purge of its derivatives then removes this answer too
     */
    static EdgeResponse error(
            EdgeResponse response, int status, String sentence, String cacheControl, Optional<String> cacheTag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        cacheTag.ifPresent(tag -> headers.put(CacheTag.HEADER, tag));
        replace(response, status, headers);
        response.setTextBody(sentence + "\n");
        return response;
    }

    private static void replace(EdgeResponse response, int status, Map<String, String> headers) {
        Map<String, List<CloudFrontEvent.Header>> all = new LinkedHashMap<>();
        if (response.getHeaders() != null) {
            all.putAll(response.getHeaders());
            all.keySet().retainAll(List.of("transfer-encoding", "via"));
        }
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), Headers.of(name, value)));
        response.setStatus(Integer.toString(status));
        response.setStatusDescription(description(status));
        response.setHeaders(all);
    }

    private static String description(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 502 -> "Bad Gateway";
            default -> "Service Unavailable";
        };
    }
}
