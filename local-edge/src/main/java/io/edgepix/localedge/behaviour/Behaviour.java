package io.edgepix.localedge.behaviour;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the template has CloudFront do. All but the protocol: on the loopback address HTTP is let in whatever the
 * template demands of viewers.
 *
 * @param functions by the event that they are attached to; an event without one goes by
 * @param rootObject the key that is asked for in place of the root; empty where the root itself is
 * @param headers what is added to and taken off the headers that viewers get
 * @param tagHeader the header of the origin that has an answer's cache tags; empty where tags are not heeded
 */
public record Behaviour(
        Set<String> methods,
        Map<Phase, Attached> functions,
        CacheKey cacheKey,
        Ttl ttl,
        String rootObject,
        HeadersPolicy headers,
        String tagHeader,
        BucketOrigin origin) {
    /**
     * A function as it is attached.
     *
     * @param packageKey which of the two packages it runs, as {@link #VIEWER_REQUEST_ZIP}
     */
    public record Attached(String packageKey, Duration timeout) {}

    public static final String VIEWER_REQUEST_ZIP = "viewer-request.zip";
    public static final String ORIGIN_RESPONSE_ZIP = "origin-response.zip";
}
