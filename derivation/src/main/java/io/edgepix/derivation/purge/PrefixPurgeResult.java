package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a purge by prefix.
 *
 * @param derivatives how many were removed, or would be
 * @param originals of how many originals they are
 * @param bytes how large they are together
 * @param others objects that lie where derivatives do and are none; they stay
 * @param failed how many S3 did not remove
 * @param named the originals, with and without derivatives; null if they are more than {@link #MAX_NAMED}
 */
public record PrefixPurgeResult(
        long derivatives,
        long originals,
        long bytes,
        long others,
        long failed,
        @Nullable Set<Key> named) {
    /** How many originals are named at most. */
    public static final int MAX_NAMED = 500;
}
