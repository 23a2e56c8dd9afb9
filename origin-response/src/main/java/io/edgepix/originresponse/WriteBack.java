package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.originresponse.Timings.Phase;
import io.edgepix.originresponse.store.Found;
import io.edgepix.originresponse.store.Kept;
import io.edgepix.originresponse.store.Original;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stored;
import java.util.Optional;

/** Derivatives in the bucket. What fails here costs time and no answer. */
final class WriteBack {
    private final Config config;
    private final PathGrammar grammar;
    private final Journal journal;

    WriteBack(Config config, PathGrammar grammar, Journal journal) {
        this.config = config;
        this.grammar = grammar;
        this.journal = journal;
    }

    /** The derivative as it is in the bucket; empty where it is not, or was made of another original. */
    Optional<Made> find(Miss miss, Derivative derivative, Original original) {
        try (Timings.Span _ = miss.timings().of(Phase.FETCH)) {
            Optional<Found> found = miss.store().find(grammar.key(derivative), original.etag());
            return found.map(each -> Made.found(derivative, each));
        } catch (StoreException e) {
            journal.failed(Journal.Kind.FETCH_FAILED, grammar.print(derivative), e);
            return Optional.empty();
        }
    }

    /** Keeps it where that is possible. */
    Made put(Miss miss, Derivative derivative, Original original, byte[] picture) {
        try (Timings.Span _ = miss.timings().of(Phase.STORE)) {
            Kept kept = miss.store().put(grammar.key(derivative), stored(derivative, original, picture));
            return new Made(derivative, picture, kept, true, true);
        } catch (StoreException e) {
            journal.failed(Journal.Kind.WRITE_BACK_FAILED, grammar.print(derivative), e);
            return new Made(derivative, picture, new Kept(ContentEtag.of(picture), ""), false, true);
        }
    }

    private Stored stored(Derivative derivative, Original original, byte[] picture) {
        return new Stored(
                picture,
                derivative.format().contentType(),
                config.caching().derivative(),
                Vary.of(derivative, config.offer()),
                original.etag(),
                CacheTag.of(derivative.original()),
                config.expireAfterDays() > 0);
    }

    /** Deletes what this event has kept. */
    void undo(Miss miss, Made made) {
        if (!made.ours()) {
            return;
        }
        try (Timings.Span _ = miss.timings().of(Phase.STORE)) {
            miss.store().delete(grammar.key(made.canonical()));
        } catch (StoreException e) {
            journal.failed(Journal.Kind.DELETE_FAILED, grammar.print(made.canonical()), e);
        }
    }
}
