package io.edgepix.originresponse.store;

import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.s3.S3Client;

/** Removes all derivatives of originals from a bucket, whatever their sizes, options and formats. Thread-safe. */
public final class S3Purge {
    private static final int REQUESTS_AT_ONCE = 16;
    /** Each finds only what renderings that were under way have put since the last; this many never come to pass. */
    private static final int MAX_PASSES = 10;

    private final S3PurgeObjects objects;

    /**
     * A purge of a bucket.
     *
     * @param prefix what stands before every key: empty, or the origin's path without its leading slash and with one
     *     at its end
     */
    public S3Purge(S3Client s3, String bucket, String prefix) {
        this.objects = new S3PurgeObjects(s3, bucket, prefix);
    }

    /**
     * Finds the derivatives, and leaves them.
     *
     * @throws io.edgepix.derivative.MalformedException if a key cannot be an original's
     * @throws StoreException if S3 fails or refuses
     */
    public List<Key> find(Collection<Key> originals) throws StoreException {
        originals.forEach(DerivativeKeys::original);
        try (PurgeThreads threads = new PurgeThreads(REQUESTS_AT_ONCE)) {
            return List.copyOf(derivatives(originals, threads).keySet());
        }
    }

    /**
     * Removes the derivatives. Then looks again, as a rendering that was under way may have put one of what the original
     * was before, until none is left that is of another original than the one there now.
     *
     * @throws io.edgepix.derivative.MalformedException if a key cannot be an original's; nothing is removed then
     * @throws StoreException if S3 fails or refuses; some may have been removed
     */
    public Purged purge(Collection<Key> originals) throws StoreException {
        originals.forEach(DerivativeKeys::original);
        Purged purged = new Purged();
        try (PurgeThreads threads = new PurgeThreads(REQUESTS_AT_ONCE)) {
            objects.remove(List.copyOf(derivatives(originals, threads).keySet()), purged);
            for (int pass = 2; pass <= MAX_PASSES; pass++) {
                List<Key> outdated = outdated(derivatives(originals, threads), purged, threads);
                if (outdated.isEmpty()) {
                    break;
                }
                objects.remove(outdated, purged);
            }
        }
        return purged;
    }

    /** The derivatives of these originals, with the original of each. */
    private Map<Key, Key> derivatives(Collection<Key> originals, PurgeThreads threads) throws StoreException {
        List<String> folders = objects.folders();
        Map<Key, Key> found = new LinkedHashMap<>();
        for (Key original : originals) {
            List<Callable<List<Key>>> searches = new ArrayList<>();
            for (String folder : folders) {
                searches.add(() -> objects.derivatives(DerivativeKeys.in(folder, original)));
            }
            for (List<Key> keys : threads.all(searches)) {
                keys.forEach(key -> found.put(key, original));
            }
        }
        return found;
    }

    private List<Key> outdated(Map<Key, Key> found, Purged purged, PurgeThreads threads) throws StoreException {
        List<Callable<List<Key>>> checks = new ArrayList<>();
        found.forEach((derivative, original) -> {
            if (!purged.failed().containsKey(derivative)) {
                checks.add(() -> objects.isOf(derivative, original) ? List.of() : List.of(derivative));
            }
        });
        return threads.all(checks).stream().flatMap(List::stream).toList();
    }
}
