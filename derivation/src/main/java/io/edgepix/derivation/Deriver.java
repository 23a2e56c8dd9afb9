package io.edgepix.derivation;

import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.Original;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import java.util.Optional;

/**
 * Makes derivatives and keeps them, so that none outlives its original: S3 cannot store something on condition that
 * something else has not changed, so the original is looked at again once the derivative is there.
 */
public final class Deriver {
    private static final int ATTEMPTS = 3;

    private final Originals originals;
    private final ConfiguredRenderer rendering;
    private final Canonicalizer canonical;
    private final DerivativeStore writeBack;
    private final Placeholder placeholder;
    private final PathGrammar grammar;
    private final DerivationLog journal;

    /**
     * Makes derivatives under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public Deriver(Config config, Renderer renderer, DerivationLog journal) {
        this.grammar = new PathGrammar(config.offer());
        this.originals = new Originals(config.maxBytes(), journal);
        this.rendering = new ConfiguredRenderer(config, renderer, journal);
        this.canonical = new Canonicalizer(config.sizes(), grammar, rendering::wish);
        this.writeBack = new DerivativeStore(config, grammar, journal);
        this.placeholder = new Placeholder(config, rendering, journal);
        this.journal = journal;
    }

    /** The derivative of the original as it is now; empty where there is no original. */
    public Optional<Rendition> make(DerivationRequest miss) throws DerivationException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Original> original = originals.fetch(miss);
            if (original.isEmpty()) {
                return Optional.empty();
            }
            Rendition made = make(miss, original.get());
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
        throw new DerivationException(503, "The original keeps changing; try again later.");
    }

    /** The placeholder in the form of a derivative; empty where none is configured, or it cannot be shown. */
    public Optional<byte[]> placeholder(DerivationRequest miss) {
        return placeholder.render(miss);
    }

    private Rendition make(DerivationRequest miss, Original original) throws DerivationException {
        Derivative derivative = canonical.of(miss.derivative(), rendering.measure(original.bytes(), miss.derivative()));
        Optional<Rendition> found =
                derivative.equals(miss.derivative()) ? Optional.empty() : writeBack.find(miss, derivative, original);
        return found.isPresent() ? found.get() : render(miss, derivative, original);
    }

    private Rendition render(DerivationRequest miss, Derivative derivative, Original original)
            throws DerivationException {
        byte[] picture;
        try (ServerTiming.Span _ = miss.timings().of(Phase.RENDER)) {
            picture = rendering.render(original.bytes(), derivative);
        }
        journal.made(grammar.print(derivative), original.bytes().length, picture.length);
        return writeBack.put(miss, derivative, original, picture);
    }

    /** Where nobody knows whether the original is still the same, nothing of it is kept. */
    private Optional<String> etagAfter(DerivationRequest miss, Rendition made) throws DerivationException {
        try {
            return originals.etag(miss);
        } catch (DerivationException e) {
            writeBack.undo(miss, made);
            throw e;
        }
    }
}
