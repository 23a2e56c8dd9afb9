package io.edgepix.derivation.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;

/** S3 responded with an error. */
final class S3ErrorException extends IOException {
    private static final Set<Integer> TRANSIENT = Set.of(500, 502, 503, 504);
    private static final Set<Integer> ELSEWHERE = Set.of(301, 307, 400);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> THROTTLING =
            Set.of("SlowDown", "Throttling", "ThrottlingException", "RequestThrottled", "TooManyRequestsException");
    private static final String TIMED_OUT = "RequestTimeout";

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]+)</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<\\p{Cntrl}]+)</Message>");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d");

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String region;

    private S3ErrorException(String message, int status, String code, String region) {
        super(message);
        this.status = status;
        this.code = code;
        this.region = region;
    }

    /**
     * Creates the exception of a response.
     *
     * @param body XML, or empty as for HEAD
     */
    static S3ErrorException of(SdkHttpResponse head, byte[] body) {
        String xml = new String(body, UTF_8);
        String code = group(CODE, xml);
        String message = "S3 responded with status " + head.statusCode() + part(" ", code)
                + part(": ", group(MESSAGE, xml))
                + part("; request ID ", header(head, "x-amz-request-id"))
                + part("; extended request ID ", header(head, "x-amz-id-2"));
        return new S3ErrorException(message, head.statusCode(), code, header(head, "x-amz-bucket-region"));
    }

    private static String group(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String header(SdkHttpResponse head, String name) {
        return head.firstMatchingHeader(name).orElse("");
    }

    private static String part(String start, String text) {
        return text.isEmpty() ? "" : start + text;
    }

    boolean isMissing() {
        return status == 404;
    }

    /** Tells whether the same request can succeed later. */
    boolean isTransient() {
        return TRANSIENT.contains(status) || isThrottling() || code.equals(TIMED_OUT);
    }

    boolean isThrottling() {
        return status == TOO_MANY_REQUESTS || THROTTLING.contains(code);
    }

    /** Returns the Region of the bucket, if the request was sent to a different one. */
    Optional<String> regionInsteadOf(String requested) {
        return ELSEWHERE.contains(status) && REGION.matcher(region).matches() && !region.equals(requested)
                ? Optional.of(region)
                : Optional.empty();
    }
}
