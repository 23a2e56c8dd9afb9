package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.originresponse.Timings.Phase;
import io.edgepix.originresponse.store.Original;
import java.util.Optional;

/**
 * Makes derivatives and keeps them, so that none outlives its original: S3 cannot store something on condition that
 * something else has not changed, so the original is looked at again once the derivative is there.
 */
final class Making {
    private static final int ATTEMPTS = 3;

    private final Originals originals;
    private final Rendering rendering;
    private final Canonical canonical;
    private final WriteBack writeBack;
    private final PathGrammar grammar;
    private final Journal journal;

    Making(Config config, PathGrammar grammar, Rendering rendering, Journal journal) {
        this.originals = new Originals(config.limits().maxBytes(), journal);
        this.rendering = rendering;
        this.canonical = new Canonical(config.offer().sizes(), grammar, rendering::wish);
        this.writeBack = new WriteBack(config, grammar, journal);
        this.grammar = grammar;
        this.journal = journal;
    }

    /** The derivative of the original as it is now; empty where there is no original. */
    Optional<Made> make(Miss miss) throws RefusedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Original> original = originals.fetch(miss);
            if (original.isEmpty()) {
                return Optional.empty();
            }
            Made made = make(miss, original.get());
            Optional<String> etag = etagAfter(miss, made);
            if (etag.isPresent() && etag.get().equals(original.get().etag())) {
                return Optional.of(made);
            }
            journal.noted(grammar.print(made.canonical()), "the original changed meanwhile");
            writeBack.undo(miss, made);
            if (etag.isEmpty()) {
                return Optional.empty();
            }
        }
        throw new RefusedException(503, "The original keeps changing; try again later.");
    }

    private Made make(Miss miss, Original original) throws RefusedException {
        Derivative derivative = canonical.of(miss.derivative(), rendering.measure(original.bytes(), miss.derivative()));
        Optional<Made> found =
                derivative.equals(miss.derivative()) ? Optional.empty() : writeBack.find(miss, derivative, original);
        return found.isPresent() ? found.get() : render(miss, derivative, original);
    }

    private Made render(Miss miss, Derivative derivative, Original original) throws RefusedException {
        byte[] picture;
        try (Timings.Span _ = miss.timings().of(Phase.RENDER)) {
            picture = rendering.render(original.bytes(), derivative);
        }
        journal.made(grammar.print(derivative), original.bytes().length, picture.length);
        return writeBack.put(miss, derivative, original, picture);
    }

    /** Where nobody knows whether the original is still the same, nothing of it is kept. */
    private Optional<String> etagAfter(Miss miss, Made made) throws RefusedException {
        try {
            return originals.etag(miss);
        } catch (RefusedException e) {
            writeBack.undo(miss, made);
            throw e;
        }
    }
}
