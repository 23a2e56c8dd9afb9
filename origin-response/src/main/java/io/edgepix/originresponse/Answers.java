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

/** Turns the origin's response into ours. The read-only headers, Transfer-Encoding and Via, stay exactly as they came. */
final class Answers {
    /**
     * The most bytes that a generated response may have, as JSON with its base64. CloudFront says 1 MB, headers included;
     * this stays under it whichever megabyte is meant and whatever is counted.
     */
    static final int MAX_BYTES = 1_000_000;

    private static final int BODY_FIELD = ",\"body\":\"\"".length();

    private Answers() {}

    /** A picture, with any status. */
    static EdgeResponse picture(EdgeResponse response, int status, byte[] picture, Map<String, String> headers) {
        replace(response, status, headers);
        response.setBinaryBody(picture);
        return response;
    }

    /** Whether a response with a picture is more than a generated response may be. */
    static boolean isTooHeavy(EdgeResponse picture) {
        long base64 = (picture.binaryBody().length + 2L) / 3 * 4;
        int others = EventJson.write(picture).getBytes(StandardCharsets.UTF_8).length;
        return others + BODY_FIELD + base64 > MAX_BYTES;
    }

    /** Sends the viewer on. */
    static EdgeResponse redirect(EdgeResponse response, String location) {
        replace(response, 302, Map.of("Location", location, "Cache-Control", "no-store"));
        response.setTextBody("");
        return response;
    }

    /**
     * Turns an answer to GET into one to HEAD. It has no body and so no length, as CloudFront would state 0 for an empty one,
     * and it is not cached: the next HEAD finds the derivative in S3, which states the length.
     */
    static EdgeResponse headOf(EdgeResponse response) {
        response.setNoBody();
        if (response.getStatus().equals("200")) {
            response.getHeaders().put("cache-control", Headers.of("Cache-Control", "no-store"));
        }
        return response;
    }

    /**
     * One line of text.
     *
     * @param cacheTag of the original, so that what is said of it goes with what was made of it; empty for none
     */
    static EdgeResponse error(
            EdgeResponse response, int status, String sentence, String cacheControl, String cacheTag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        if (!cacheTag.isEmpty()) {
            headers.put(CacheTag.HEADER, cacheTag);
        }
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
