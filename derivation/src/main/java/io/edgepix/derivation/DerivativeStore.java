package io.edgepix.derivation;

import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.Original;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.Optional;

/** Derivatives in the bucket. What fails here costs time and no answer. */
final class DerivativeStore {
    private final Config config;
    private final PathGrammar grammar;
    private final DerivationLog journal;

    DerivativeStore(Config config, PathGrammar grammar, DerivationLog journal) {
        this.config = config;
        this.grammar = grammar;
        this.journal = journal;
    }

    /** The derivative as it is in the bucket; empty where it is not, or was made of another original. */
    Optional<Rendition> find(DerivationRequest miss, Derivative derivative, Original original) {
        try (ServerTiming.Span _ = miss.timings().of(Phase.FETCH)) {
            Optional<StoredDerivative> found = miss.store().find(grammar.key(derivative), original.etag());
            return found.map(each -> Rendition.found(derivative, each));
        } catch (StoreException e) {
            journal.failed(DerivationLog.Kind.FETCH_FAILED, grammar.print(derivative), e);
            return Optional.empty();
        }
    }

    /** Keeps it where that is possible. */
    Rendition put(DerivationRequest miss, Derivative derivative, Original original, byte[] picture) {
        try (ServerTiming.Span _ = miss.timings().of(Phase.STORE)) {
            Validators kept = miss.store().put(grammar.key(derivative), stored(derivative, original, picture));
            return new Rendition(derivative, picture, kept, true, true);
        } catch (StoreException e) {
            journal.failed(DerivationLog.Kind.WRITE_BACK_FAILED, grammar.print(derivative), e);
            return new Rendition(derivative, picture, new Validators(ContentEtag.of(picture), ""), false, true);
        }
    }

    private PutRequest stored(Derivative derivative, Original original, byte[] picture) {
        return new PutRequest(
                picture,
                derivative.format().contentType(),
                config.caching().derivative(),
                Vary.of(derivative, config.offer()),
                original.etag(),
                CacheTag.of(derivative.original()),
                config.expireAfterDays() > 0);
    }

    /** Deletes what this event has kept. */
    void undo(DerivationRequest miss, Rendition made) {
        if (!made.ours()) {
            return;
        }
        try (ServerTiming.Span _ = miss.timings().of(Phase.STORE)) {
            miss.store().delete(grammar.key(made.canonical()));
        } catch (StoreException e) {
            journal.failed(DerivationLog.Kind.DELETE_FAILED, grammar.print(made.canonical()), e);
        }
    }
}
