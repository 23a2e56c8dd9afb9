package io.edgepix.derivation;

import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.Original;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.Optional;

/** Reads originals, with what goes wrong turned into answers. */
final class Originals {
    private final int maxBytes;
    private final DerivationLog journal;

    /** Refuses originals of more bytes. */
    Originals(int maxBytes, DerivationLog journal) {
        this.maxBytes = maxBytes;
        this.journal = journal;
    }

    /** The original; empty where there is none. */
    Optional<Original> fetch(DerivationRequest miss) throws DerivationException {
        Key key = miss.derivative().original();
        try (ServerTiming.Span _ = miss.timings().of(Phase.FETCH)) {
            return Optional.of(miss.store().get(key, maxBytes));
        } catch (StoreException e) {
            return switch (e.reason()) {
                case MISSING -> Optional.empty();
                case TOO_LARGE ->
                    throw new DerivationException(413, "The original has more than " + maxBytes + " bytes.");
                case FAILED -> throw failed(key, e);
            };
        }
    }

    /** The ETag that it has now; empty where it is gone. */
    Optional<String> etag(DerivationRequest miss) throws DerivationException {
        Key key = miss.derivative().original();
        try (ServerTiming.Span _ = miss.timings().of(Phase.FETCH)) {
            return miss.store().etag(key);
        } catch (StoreException e) {
            throw failed(key, e);
        }
    }

    private DerivationException failed(Key key, StoreException e) {
        journal.failed(DerivationLog.Kind.FETCH_FAILED, key.path(), e);
        return new DerivationException(503, "The original could not be fetched; try again later.");
    }
}
