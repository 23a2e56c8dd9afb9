package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The result of a purge, by the keys of derivatives.
 *
 * @param removed the derivatives that no longer exist
 * @param failed the derivatives that S3 did not remove, with its reason
 */
public record KeyPurgeResult(Set<Key> removed, Map<Key, String> failed) {
    KeyPurgeResult() {
        this(new LinkedHashSet<>(), new LinkedHashMap<>());
    }
}
