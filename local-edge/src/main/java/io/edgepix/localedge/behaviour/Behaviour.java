package io.edgepix.localedge.behaviour;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The cache behaviour that the template configures, except for the protocol: on the loopback address, HTTP is allowed
 * even if the template requires HTTPS.
 *
 * @param functions the functions by the event to which they are attached
 * @param rootObject the key to serve for the root; empty for none
 * @param headers the response headers policy
 * @param tagHeader the header from the origin with the cache tags of an answer; empty if tags are ignored
 */
public record Behaviour(
        Set<String> methods,
        Map<EventType, Attached> functions,
        CacheKey cacheKey,
        Ttl ttl,
        String rootObject,
        HeadersPolicy headers,
        String tagHeader,
        BucketOrigin origin) {
    public static final String VIEWER_REQUEST_ZIP = "viewer-request.zip";
    public static final String ORIGIN_RESPONSE_ZIP = "origin-response.zip";

    /**
     * An attached function.
     *
     * @param packageKey the package that it runs, such as {@link #VIEWER_REQUEST_ZIP}
     */
    public record Attached(String packageKey, Duration timeout) {}
}
