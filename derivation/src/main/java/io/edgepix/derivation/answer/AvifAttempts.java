package io.edgepix.derivation.answer;

import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.time.Duration;
import java.util.Optional;

/**
 * The attempts to render an AVIF in the background. An AVIF that takes too long ends the process, and CloudFront sends
 * the same request again ten seconds later. So each attempt stores an empty object first, and deletes it in the end. If
 * the object remains, the next attempt is an hour later, or when the original has changed.
 */
final class AvifAttempts {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final PathGrammar grammar;
    private final EmptyObjects objects;

    AvifAttempts(PathGrammar grammar, EmptyObjects objects) {
        this.grammar = grammar;
        this.objects = objects;
    }

    /** Begins an attempt. Returns false if there must be none now. */
    boolean begin(Derivative avif, Store store) {
        return objects.put(key(avif), avif, store, PAUSE);
    }

    /** Ends a successful attempt. */
    void end(Derivative avif, Store store) {
        objects.delete(key(avif), store);
    }

    private Optional<Key> key(Derivative avif) {
        return InternalKeys.attempt(grammar.key(avif));
    }
}
