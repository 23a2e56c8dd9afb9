package io.edgepix.derivation;

import io.edgepix.derivation.store.StoredOriginal;
import java.util.Optional;

/**
 * Derives from an original until the original did not change meanwhile. S3 cannot store an object on condition that a
 * different object is unchanged. So that no derivative outlives its original, the original's ETag is read again after
 * derivatives are stored.
 */
final class UnchangedOriginal {
    static final int MAX_ATTEMPTS = 3;

    /** A derivation that can be undone. */
    interface Derivation<T> {
        T derive(StoredOriginal original) throws DerivationException;

        void undo(T result);
    }

    private final OriginalFetcher originals;
    private final DerivationLog log;

    UnchangedOriginal(OriginalFetcher originals, DerivationLog log) {
        this.originals = originals;
        this.log = log;
    }

    /** Returns the result for the current original, or empty if the original does not exist. */
    <T> Optional<T> derive(OriginalRequest request, Derivation<T> derivation) throws DerivationException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredOriginal> original = originals.fetch(request);
            if (original.isEmpty()) {
                return Optional.empty();
            }
            T result = derivation.derive(original.get());
            Optional<String> etag = etagAfter(request, derivation, result);
            if (etag.isPresent() && etag.get().equals(original.get().etag())) {
                return Optional.of(result);
            }
            log.noted(request.key().path(), "the original changed during the derivation");
            derivation.undo(result);
            if (etag.isEmpty()) {
                return Optional.empty();
            }
        }
        throw new DerivationException(503, "The original keeps changing; try again later.");
    }

    /** Returns the ETag of the original. If the bucket does not return it, undoes the derivation. */
    private <T> Optional<String> etagAfter(OriginalRequest request, Derivation<T> derivation, T result)
            throws DerivationException {
        try {
            return originals.etag(request);
        } catch (DerivationException e) {
            derivation.undo(result);
            throw e;
        }
    }
}
