package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns the origin's response into ours. The read-only headers, Transfer-Encoding and Via, stay exactly as they came. */
final class Answers {
    /** So that what failed is soon tried again. */
    static final String BRIEFLY = "public, max-age=10";

    /**
     * The most that a generated response may weigh, its headers and its base64 together. CloudFront says 1 MB; this
     * stays under it whichever megabyte is meant.
     */
    static final int MAX_BYTES = 1_000_000;

    private Answers() {}

    /** A picture, with any status. */
    static EdgeResponse picture(EdgeResponse response, int status, byte[] picture, Map<String, String> headers) {
        replace(response, status, headers);
        response.setBinaryBody(picture);
        return response;
    }

    /** Whether a picture with these headers is more than a generated response may weigh. */
    static boolean isTooHeavy(byte[] picture, Map<String, String> headers) {
        long weight = (picture.length + 2L) / 3 * 4 + 512;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            weight += header.getKey().length() + header.getValue().length() + 4L;
        }
        return weight > MAX_BYTES;
    }

    /** Sends the viewer to the stored derivative, where S3 itself answers. */
    static EdgeResponse redirect(EdgeResponse response, String path) {
        replace(response, 302, Map.of("Location", path, "Cache-Control", "no-store"));
        response.setTextBody("");
        return response;
    }

    /** One line of text. */
    static EdgeResponse error(EdgeResponse response, int status, String sentence, String cacheControl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
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
