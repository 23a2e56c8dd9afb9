package io.edgepix.viewerrequest;

import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.derivative.Cors;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * Answers that never reach the cache or S3. They contain the CORS headers themselves, because a response headers policy
 * applies only to answers from the cache or S3.
 */
final class GeneratedAnswer {
    private GeneratedAnswer() {}

    static EdgeResponse text(String status, String description, String sentence, Cors cors, String origin) {
        EdgeResponse response = withHeaders(status, description, cors, origin);
        put(response, "Content-Type", "text/plain; charset=utf-8");
        response.setTextBody(sentence + "\n");
        return response;
    }

    /** Answers a preflight request (Fetch Standard, CORS protocol). */
    static EdgeResponse preflight(Cors cors, String origin) {
        if (cors.allowed(origin).isEmpty()) {
            return text("403", "Forbidden", "Forbidden.", cors, origin);
        }
        // CloudFront rejects a 204 with a body.
        EdgeResponse response = withHeaders("204", "No Content", cors, origin);
        put(response, "Access-Control-Allow-Methods", "GET, HEAD");
        put(response, "Access-Control-Allow-Headers", "*");
        put(response, "Access-Control-Max-Age", "86400");
        return response;
    }

    private static EdgeResponse withHeaders(String status, String description, Cors cors, String origin) {
        EdgeResponse response = new EdgeResponse();
        response.setStatus(status);
        response.setStatusDescription(description);
        response.setHeaders(new LinkedHashMap<>());
        put(response, "Cache-Control", "no-store");
        put(response, "X-Content-Type-Options", "nosniff");
        if (cors.isOn()) {
            put(response, "Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (cors.isListed()) {
            put(response, "Vary", "Origin");
        }
        String allowed = cors.allowed(origin);
        if (!allowed.isEmpty()) {
            put(response, "Access-Control-Allow-Origin", allowed);
        }
        return response;
    }

    private static void put(EdgeResponse response, String name, String value) {
        response.getHeaders().put(name.toLowerCase(Locale.ROOT), Headers.of(name, value));
    }
}
