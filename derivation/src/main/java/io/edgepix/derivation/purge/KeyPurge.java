package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.RequestThreads;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.s3.S3Client;

/** Removes the derivatives of given originals from a bucket, in all sizes, options and formats. Thread-safe. */
public final class KeyPurge {
    private static final int CONCURRENT_REQUESTS = 16;
    /** Each pass finds only the derivatives that were stored since the last pass, so this limit is never reached. */
    private static final int MAX_PASSES = 10;

    private final DerivativeObjects objects;

    /**
     * Creates a purge of a bucket.
     *
     * @param prefix precedes every key: empty, or a path without a leading slash and with one at its end
     */
    public KeyPurge(S3Client s3, String bucket, String prefix) {
        this.objects = new DerivativeObjects(s3, bucket, prefix);
    }

    /**
     * Returns the derivatives without removing them.
     *
     * @throws io.edgepix.derivative.MalformedException if a key cannot be an original's
     * @throws StoreException if S3 fails or refuses
     */
    public List<Key> find(Collection<Key> originals) throws StoreException {
        originals.forEach(DerivativeKeys::original);
        try (RequestThreads threads = new RequestThreads(CONCURRENT_REQUESTS)) {
            return List.copyOf(derivatives(originals, threads).keySet());
        }
    }

    /**
     * Removes the derivatives. Meanwhile, a rendering in progress may store a derivative of a former original. The
     * purge therefore repeats its search until it finds only derivatives of the current originals.
     *
     * @throws io.edgepix.derivative.MalformedException if a key cannot be an original's; then nothing is removed
     * @throws StoreException if S3 fails or refuses; some derivatives may have been removed
     */
    public KeyPurgeResult purge(Collection<Key> originals) throws StoreException {
        originals.forEach(DerivativeKeys::original);
        KeyPurgeResult result = new KeyPurgeResult();
        try (RequestThreads threads = new RequestThreads(CONCURRENT_REQUESTS)) {
            objects.remove(List.copyOf(derivatives(originals, threads).keySet()), result);
            for (int pass = 2; pass <= MAX_PASSES; pass++) {
                List<Key> outdated = outdated(derivatives(originals, threads), result, threads);
                if (outdated.isEmpty()) {
                    break;
                }
                objects.remove(outdated, result);
            }
        }
        return result;
    }

    /** Maps derivatives to their originals. */
    private Map<Key, Key> derivatives(Collection<Key> originals, RequestThreads threads) throws StoreException {
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

    private List<Key> outdated(Map<Key, Key> found, KeyPurgeResult result, RequestThreads threads)
            throws StoreException {
        List<Callable<List<Key>>> checks = new ArrayList<>();
        found.forEach((derivative, original) -> {
            if (!result.failed().containsKey(derivative)) {
                checks.add(() -> objects.isOf(derivative, original) ? List.of() : List.of(derivative));
            }
        });
        return threads.all(checks).stream().flatMap(List::stream).toList();
    }
}
