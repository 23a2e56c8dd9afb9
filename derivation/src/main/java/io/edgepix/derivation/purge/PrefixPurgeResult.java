package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a purge by prefix.
 *
 * @param derivatives the number of derivatives that were removed, or would be removed
 * @param originals the number of originals of these derivatives
 * @param bytes the sum of the sizes of these derivatives
 * @param others the number of objects in folders of derivatives that are not derivatives, and stay
 * @param failed the number of derivatives that S3 did not remove
 * @param named the originals, with and without derivatives; empty if there are more than {@link #MAX_NAMED}
 */
public record PrefixPurgeResult(
        long derivatives, long originals, long bytes, long others, long failed, Optional<Set<Key>> named) {
    /** The maximum number of originals in {@link #named}. */
    public static final int MAX_NAMED = 500;
}
