package io.edgepix.localedge.behaviour;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One cache behaviour that the template configures, except for the protocol: on the loopback address, HTTP is allowed
 * even if the template requires HTTPS.
 *
 * @param functions the Lambda@Edge functions by the event to which they are attached
 * @param compresses whether the edge compresses text, if the cache policy allows that too
 * @param headers the response headers policy
 */
public record Behaviour(
        PathPattern paths,
        Target target,
        Set<String> methods,
        Map<EventType, Attached> functions,
        ViewerCode code,
        CachePolicy cache,
        ForwardedHeaders forwarded,
        HeadersPolicy headers,
        boolean compresses) {
    public static final String VIEWER_REQUEST_ZIP = "viewer-request.zip";
    public static final String ORIGIN_RESPONSE_ZIP = "origin-response.zip";
    /** The package of the function in one Region. */
    public static final String REGIONAL_ZIP = "regional.zip";

    /**
     * An attached function.
     *
     * @param packageKey the package that it runs, such as {@link #VIEWER_REQUEST_ZIP}
     */
    public record Attached(String packageKey, Duration timeout) {}

    /**
     * The code of the CloudFront Functions of a behaviour, as it is in the template.
     *
     * @param request the function that is called before the cache
     * @param response the function that is called before the answer is sent
     */
    public record ViewerCode(Optional<String> request, Optional<String> response) {
        /** Returns whether there is no function. */
        public boolean isNone() {
            return request.isEmpty() && response.isEmpty();
        }
    }
}
