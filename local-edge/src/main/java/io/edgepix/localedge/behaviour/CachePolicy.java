package io.edgepix.localedge.behaviour;

import java.util.Optional;

/**
 * How a behaviour caches.
 *
 * @param compresses whether answers may be compressed by the {@code Accept-Encoding} of the viewer, which is then part of
 *     the key
 */
public record CachePolicy(CacheKey key, Ttl ttl, boolean compresses) {
    private static final String GZIP = "gzip";

    /** Returns the part of {@code Accept-Encoding} by which answers differ: gzip, or nothing. */
    public Optional<String> encoding(Optional<String> accept) {
        return compresses && accept.filter(CachePolicy::acceptsGzip).isPresent() ? Optional.of(GZIP) : Optional.empty();
    }

    private static boolean acceptsGzip(String accept) {
        for (String coding : accept.split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*", -1);
            if (parts[0].equalsIgnoreCase(GZIP)) {
                return parts.length == 1 || !parts[1].matches("(?i)q=0(\\.0*)?");
            }
        }
        return false;
    }
}
