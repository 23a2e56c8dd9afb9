package io.edgepix.derivation;

import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivative.Key;
import java.util.Optional;

/** Reads originals, and turns failures of the bucket into answers. */
final class OriginalFetcher {
    private final int maxBytes;
    private final DerivationLog log;

    OriginalFetcher(int maxBytes, DerivationLog log) {
        this.maxBytes = maxBytes;
        this.log = log;
    }

    /** Returns the original; empty if there is none. */
    Optional<StoredOriginal> fetch(OriginalRequest request) throws DerivationException {
        Key key = request.key();
        try (ServerTiming.Span _ = request.timing().start(Phase.FETCH)) {
            return Optional.of(request.store().get(key, maxBytes));
        } catch (StoreException e) {
            return switch (e.reason()) {
                case MISSING -> Optional.empty();
                case TOO_LARGE ->
                    throw new DerivationException(413, "The original has more than " + maxBytes + " bytes.");
                case FAILED -> throw failed(key, e);
            };
        }
    }

    /** Returns the current ETag of the original; empty if the original no longer exists. */
    Optional<String> etag(OriginalRequest request) throws DerivationException {
        Key key = request.key();
        try (ServerTiming.Span _ = request.timing().start(Phase.FETCH)) {
            return request.store().etag(key);
        } catch (StoreException e) {
            throw failed(key, e);
        }
    }

    /** Returns the original without its bytes; empty if there is none. */
    Optional<ObjectHead> head(OriginalRequest request) throws DerivationException {
        try {
            return request.store().head(request.key());
        } catch (StoreException e) {
            throw failed(request.key(), e);
        }
    }

    private DerivationException failed(Key key, StoreException e) {
        log.failed(DerivationLog.Kind.FETCH_FAILED, key.path(), e);
        return new DerivationException(503, "The original could not be fetched; try again later.");
    }
}
