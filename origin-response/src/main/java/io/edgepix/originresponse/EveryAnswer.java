package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.CacheTag;
import io.edgepix.derivative.Cors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes the headers of every answer, from S3 or from this function. It adds headers for CORS and for security in
 * browsers, and removes S3's own headers. Under Node.js, {@code every-answer.mjs} does the same.
 */
final class EveryAnswer {
    private static final String S3_HEADERS = "x-amz-";
    /** CloudFront reads and removes the tag. AWS asks for the other two headers in a support case. */
    private static final Set<String> KEPT = Set.of(CacheTag.HEADER, "x-amz-request-id", "x-amz-id-2");
    /** Media types that browsers show as documents, with scripts that they run. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i)html|xml|xsl");

    private static final Set<String> PICTURES = Set.of("200", "206", "304");

    private final Cors cors;
    private final String contentSecurityPolicy;
    private final boolean contentDisposition;

    EveryAnswer(Config config) {
        this.cors = config.offer().cors();
        this.contentSecurityPolicy = config.headers().contentSecurityPolicy().orElse("");
        this.contentDisposition = config.headers().contentDisposition();
    }

    /** Completes the headers of a response, and returns it. */
    EdgeResponse complete(EdgeRequest request, EdgeResponse response) {
        if (response.getHeaders() == null) {
            response.setHeaders(new LinkedHashMap<>());
        }
        Map<String, List<CloudFrontEvent.Header>> headers = response.getHeaders();
        headers.keySet().removeIf(name -> name.startsWith(S3_HEADERS) && !KEPT.contains(name));
        set(headers, "X-Content-Type-Options", "nosniff");
        if (!contentSecurityPolicy.isEmpty()
                && DOCUMENT.matcher(Headers.value(headers, "content-type")).find()) {
            set(headers, "Content-Security-Policy", contentSecurityPolicy);
        }
        allowPages(headers);
        if (contentDisposition && PICTURES.contains(response.getStatus())) {
            ContentDisposition.of(request.getUri(), Headers.value(headers, "content-type"))
                    .ifPresent(value -> set(headers, "Content-Disposition", value));
        }
        return response;
    }

    /** CloudFront itself allows the listed origins, so the cached answer is the same for all of them. */
    private void allowPages(Map<String, List<CloudFrontEvent.Header>> headers) {
        if (!cors.isOn()) {
            return;
        }
        set(headers, "Cross-Origin-Resource-Policy", "cross-origin");
        if (!cors.isListed()) {
            set(headers, "Access-Control-Allow-Origin", Cors.ANY);
            return;
        }
        String vary = Headers.value(headers, "vary");
        if (!vary.toLowerCase(Locale.ROOT).contains("origin")) {
            set(headers, "Vary", vary.isEmpty() ? "Origin" : vary + ", Origin");
        }
    }

    private static void set(Map<String, List<CloudFrontEvent.Header>> headers, String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), Headers.of(name, value));
    }
}
