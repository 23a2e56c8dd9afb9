package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.RequestThreads;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Finds and removes derivatives whose originals have changed or are gone. It lists the folders of the bucket at most
 * once, so it must be newer than the changes of these originals. Thread-safe.
 */
public final class OutdatedDerivatives {
    private static final int CONCURRENT_REQUESTS = 16;

    private final Store store;
    private @Nullable List<String> folders;

    /** Creates a search in a bucket. */
    public OutdatedDerivatives(Store store) {
        this.store = store;
    }

    /**
     * Returns the derivatives that were rendered from other versions of an original.
     *
     * @param etag the current ETag of the original; empty if the original is gone
     * @throws StoreException if the store fails
     */
    public List<Key> find(Key original, Optional<String> etag) throws StoreException {
        List<Callable<List<Key>>> searches = new ArrayList<>();
        for (String folder : folders()) {
            for (Key key : DerivativeKeys.in(folder, original)) {
                searches.add(() -> isOutdated(key, etag) ? List.of(key) : List.of());
            }
        }
        try (RequestThreads threads = new RequestThreads(CONCURRENT_REQUESTS)) {
            return threads.all(searches).stream().flatMap(List::stream).toList();
        }
    }

    private synchronized List<String> folders() throws StoreException {
        List<String> listed = folders;
        if (listed == null) {
            listed = DerivativeKeys.folders(store);
            folders = listed;
        }
        return listed;
    }

    private boolean isOutdated(Key key, Optional<String> etag) throws StoreException {
        Optional<String> recorded = store.head(key).flatMap(ObjectHead::originalEtag);
        return recorded.isPresent() && !recorded.equals(etag);
    }

    /**
     * Removes derivatives.
     *
     * @throws StoreException if the store fails; some derivatives may have been removed
     */
    public void remove(List<Key> derivatives) throws StoreException {
        List<Callable<Boolean>> removals = new ArrayList<>();
        for (Key key : derivatives) {
            removals.add(() -> {
                store.delete(key);
                return true;
            });
        }
        try (RequestThreads threads = new RequestThreads(CONCURRENT_REQUESTS)) {
            threads.all(removals);
        }
    }
}
