package io.edgepix.derivation.answer;

import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.HttpDate;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The empty objects that say what the edge has done for a derivative. All edge locations share them, and they remain if
 * the process dies. A failure is logged, and costs time but no answer.
 */
final class EmptyObjects {
    private final PathGrammar grammar;
    private final DerivationLog log;
    private final InstantSource clock;

    EmptyObjects(PathGrammar grammar, DerivationLog log, InstantSource clock) {
        this.grammar = grammar;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Stores an object, unless there is a recent one. Returns whether it was stored.
     *
     * @param key empty if it would be too long
     * @param lifetime the age up to which an object is recent. One that is older than the original never is.
     */
    boolean put(Optional<Key> key, Derivative derivative, Store store, Duration lifetime) {
        String path = grammar.print(derivative);
        if (key.isEmpty()) {
            log.noted(path, "the key of an empty object for it would be over 1024 bytes");
            return false;
        }
        try {
            if (isRecent(key.get(), derivative.original(), store, lifetime)) {
                return false;
            }
            store.putEmpty(key.get());
            return true;
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.REQUEST_FAILED, path, e);
            return false;
        }
    }

    /** Deletes an object; does nothing if there is none. */
    void delete(Optional<Key> key, Store store) {
        if (key.isPresent()) {
            try {
                store.delete(key.get());
            } catch (StoreException e) {
                log.failed(DerivationLog.Kind.DELETE_FAILED, key.get().path(), e);
            }
        }
    }

    /** The dates are in whole seconds, so an object of the same second as the original counts as older. */
    private boolean isRecent(Key key, Key original, Store store, Duration lifetime) throws StoreException {
        Optional<Instant> stored = lastModified(key, store);
        return stored.isPresent()
                && stored.get().isAfter(clock.instant().minus(lifetime))
                && lastModified(original, store)
                        .filter(changed -> !changed.isBefore(stored.get()))
                        .isEmpty();
    }

    private static Optional<Instant> lastModified(Key key, Store store) throws StoreException {
        return store.head(key).flatMap(ObjectHead::lastModified).flatMap(HttpDate::parse);
    }
}
