package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import java.util.List;

/** The cache in front of the bucket. Thread-safe. */
@FunctionalInterface
public interface Invalidation {
    /**
     * Invalidates originals and all their derivatives.
     *
     * @param originals at least one
     * @throws RuntimeException if the cache fails or refuses
     */
    void invalidate(List<Key> originals);
}
