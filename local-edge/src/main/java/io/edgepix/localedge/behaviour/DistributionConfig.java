package io.edgepix.localedge.behaviour;

import java.util.List;
import java.util.Map;

/**
 * The distribution that the template configures.
 *
 * @param behaviours the behaviours in their order; the last one is the default, which matches every path
 * @param origins the origins by their ids
 * @param rootObject the key to serve for the root; empty for none
 * @param tagHeader the header from the origin with the cache tags of an answer; empty if tags are ignored
 */
public record DistributionConfig(
        List<Behaviour> behaviours, Map<String, Origin> origins, String rootObject, String tagHeader) {
    /** Returns the behaviour for a path as the viewer sent it. */
    public Behaviour of(String path) {
        return behaviours.stream()
                .filter(behaviour -> behaviour.paths().matches(path))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the bucket.
     *
     * @throws IllegalArgumentException if it is not an origin
     */
    public BucketOrigin bucket() {
        return origins.values().stream()
                .filter(BucketOrigin.class::isInstance)
                .map(BucketOrigin.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template: expected the bucket as an origin"));
    }
}
