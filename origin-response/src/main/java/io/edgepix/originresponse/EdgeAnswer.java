package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.cloudfront.Headers;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerLimit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replaces the origin's response with an answer. The read-only headers, Transfer-Encoding and Via, stay unchanged. */
final class EdgeAnswer {
    /**
     * The maximum size of a generated response, as JSON with its base64. CloudFront's limit is 1 MB with headers; this
     * limit is below it for every definition of a megabyte.
     */
    private static final int MAX_BYTES = 1_000_000;

    private static final int BODY_FIELD = ",\"body\":\"\"".length();

    private final Map<String, List<CloudFrontEvent.Header>> readOnly = new LinkedHashMap<>();

    /** Creates the replacement of a response. */
    EdgeAnswer(EdgeResponse response) {
        if (response.getHeaders() != null) {
            readOnly.putAll(response.getHeaders());
            readOnly.keySet().retainAll(List.of("transfer-encoding", "via"));
        }
    }

    /** Returns the limit of a generated response. */
    AnswerLimit limit() {
        return answer -> size(of(answer)) > MAX_BYTES;
    }

    private static long size(EdgeResponse picture) {
        long base64 = (picture.binaryBody().length + 2L) / 3 * 4;
        int others = EventJson.write(picture).getBytes(StandardCharsets.UTF_8).length;
        return others + BODY_FIELD + base64;
    }

    /** Returns an answer as a response. */
    EdgeResponse of(Answer answer) {
        Map<String, List<CloudFrontEvent.Header>> headers = new LinkedHashMap<>(readOnly);
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), Headers.of(name, value)));
        EdgeResponse response = new EdgeResponse();
        response.setStatus(Integer.toString(answer.status()));
        response.setStatusDescription(description(answer.status()));
        response.setHeaders(headers);
        // For a switch over types, the JVM would generate a class in each cold start.
        if (answer.body() instanceof Answer.Picture(byte[] bytes)) {
            response.setBinaryBody(bytes);
        } else if (answer.body() instanceof Answer.Text(String text)) {
            response.setTextBody(text);
        } else {
            response.setNoBody();
        }
        return response;
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
