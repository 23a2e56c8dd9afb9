package io.edgepix.pregenerate.original;

import io.edgepix.derivation.BatchDeriver;
import io.edgepix.derivation.BatchResult;
import io.edgepix.derivation.DerivationBatch;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivativePlace;
import io.edgepix.derivation.purge.OutdatedDerivatives;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the derivatives of an original into agreement with it: renders those that are missing, and deletes those of
 * former originals. Thread-safe.
 */
public final class OriginalProcessor {
    private static final int MAX_ATTEMPTS = 3;

    private final BatchDeriver deriver;
    private final Store store;
    private final WantedDerivatives wanted;
    private final DerivationLog log;

    /**
     * Creates a processor.
     *
     * @param store the bucket of the originals
     */
    public OriginalProcessor(BatchDeriver deriver, Store store, WantedDerivatives wanted, DerivationLog log) {
        this.deriver = deriver;
        this.store = store;
        this.wanted = wanted;
        this.log = log;
    }

    /**
     * Processes an original, whether it exists or not.
     *
     * @param outdated its list of folders is newer than the message about the original
     * @throws DerivationException if the original cannot be read or rendered, or the bucket fails
     */
    public OriginalResult process(OriginalTask task, OutdatedDerivatives outdated) throws DerivationException {
        ResultSum sum = new ResultSum(task.isRepeated());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<BatchResult> derived = deriver.derive(new DerivationBatch(
                    task.original(), store, List.copyOf(task.derivatives()), List.copyOf(task.copies())));
            sum.add(derived);
            if ((!sum.isChanged() && !task.mayHaveChanged())
                    || clean(task, derived.map(BatchResult::originalEtag), outdated, sum)) {
                return sum.result();
            }
        }
        throw new DerivationException(503, "The original keeps changing; try again later.");
    }

    /**
     * Deletes the derivatives of former versions of an original that cannot be rendered.
     *
     * @throws DerivationException if the bucket fails
     */
    public OriginalResult clean(OriginalTask task, OutdatedDerivatives outdated) throws DerivationException {
        ResultSum sum = new ResultSum(task.isRepeated());
        clean(task, etag(task.original()), outdated, sum);
        return sum.result();
    }

    private Optional<String> etag(Key original) throws DerivationException {
        try {
            return store.etag(original);
        } catch (StoreException e) {
            throw failed(original, e);
        }
    }

    /**
     * Deletes what does not have the given ETag. Returns false if the original has changed again. An object that another
     * worker had stored for the changed original may then be deleted, so the work begins again.
     */
    private boolean clean(OriginalTask task, Optional<String> etag, OutdatedDerivatives outdated, ResultSum sum)
            throws DerivationException {
        Key original = task.original();
        try {
            List<Key> derivatives = outdated.find(original, etag);
            List<DerivativePlace> copies = etag.isEmpty() ? copies(task) : List.of();
            if (derivatives.isEmpty() && copies.isEmpty()) {
                return true;
            }
            if (!store.etag(original).equals(etag)) {
                return false;
            }
            outdated.remove(derivatives);
            for (DerivativePlace copy : copies) {
                copy.store().delete(copy.key());
            }
            sum.addRemoved(derivatives.size() + copies.size());
            return store.etag(original).equals(etag);
        } catch (StoreException e) {
            throw failed(original, e);
        }
    }

    /** Returns the copies of an original that no longer exists. */
    private List<DerivativePlace> copies(OriginalTask task) throws StoreException {
        Set<DerivativePlace> places = new LinkedHashSet<>(task.copies());
        wanted.of(task.original()).ifPresent(configured -> places.addAll(configured.copies()));
        Set<DerivativePlace> copies = new LinkedHashSet<>();
        for (DerivativePlace place : places) {
            if (place.store()
                    .head(place.key())
                    .flatMap(ObjectHead::originalEtag)
                    .isPresent()) {
                copies.add(place);
            }
        }
        return List.copyOf(copies);
    }

    private DerivationException failed(Key original, StoreException e) {
        log.failed(DerivationLog.Kind.DELETE_FAILED, original.path(), e);
        return new DerivationException(503, "Outdated derivatives could not be deleted; try again later.");
    }
}
