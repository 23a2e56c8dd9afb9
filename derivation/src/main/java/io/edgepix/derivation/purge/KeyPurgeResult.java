package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What came of a purge, by the derivatives' keys.
 *
 * @param removed those that are gone
 * @param failed those that S3 did not remove, with its reason
 */
public record KeyPurgeResult(Set<Key> removed, Map<Key, String> failed) {
    KeyPurgeResult() {
        this(new LinkedHashSet<>(), new LinkedHashMap<>());
    }
}
