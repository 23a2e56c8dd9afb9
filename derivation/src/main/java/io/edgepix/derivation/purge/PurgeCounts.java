package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Counts what a purge removes. Its memory does not grow with the number of derivatives. Thread-safe. */
final class PurgeCounts {
    private final PurgeListener listener;
    private final DistinctKeys originals = new DistinctKeys();
    private final Set<Key> named = new LinkedHashSet<>();
    private boolean areAllNamed = true;
    private long derivatives;
    private long bytes;
    private long others;
    private long failed;

    PurgeCounts(PurgeListener listener) {
        this.listener = listener;
    }

    synchronized void add(List<S3Object> page, Function<S3Object, Key> keys, KeyPurgeResult result, long otherObjects) {
        for (S3Object object : page) {
            Key key = keys.apply(object);
            if (result.removed().contains(key)) {
                Key original = DerivativeKeys.originalOf(key);
                derivatives++;
                bytes += object.size();
                originals.add(original);
                name(original);
            }
        }
        result.failed().forEach(listener::notRemoved);
        failed += result.failed().size();
        others += otherObjects;
        listener.progress(derivatives);
    }

    /** Adds an object of the bucket if it is an original. Returns whether one more can be added. */
    synchronized boolean name(Key original, Key object) {
        return !original.equals(object) || name(original);
    }

    private boolean name(Key original) {
        if (areAllNamed && named.add(original) && named.size() > PrefixPurgeResult.MAX_NAMED) {
            areAllNamed = false;
            named.clear();
        }
        return areAllNamed;
    }

    synchronized long derivatives() {
        return derivatives;
    }

    synchronized boolean hasFailed() {
        return failed > 0;
    }

    synchronized PrefixPurgeResult result() {
        return new PrefixPurgeResult(
                derivatives,
                originals.count(),
                bytes,
                others,
                failed,
                areAllNamed ? Optional.of(Set.copyOf(named)) : Optional.empty());
    }
}
