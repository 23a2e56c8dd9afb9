package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import java.util.Optional;

/**
 * Fetches originals, renders derivatives and stores them. S3 cannot store an object on condition that a different
 * object is unchanged. So that no derivative outlives its original, the original's ETag is read again after the
 * derivative is stored. Thread-safe.
 */
public final class Deriver {
    private static final int MAX_ATTEMPTS = 3;

    private final OriginalFetcher originals;
    private final ConfiguredRenderer renderer;
    private final Canonicalizer canonicalizer;
    private final DerivativeStore derivatives;
    private final Placeholder placeholder;
    private final PathGrammar grammar;
    private final DerivationLog log;

    /**
     * Creates a deriver under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public Deriver(Config config, Renderer renderer, DerivationLog log) {
        this.grammar = new PathGrammar(config.offer());
        this.originals = new OriginalFetcher(config.limits().maxBytes(), log);
        this.renderer = new ConfiguredRenderer(config, ConfiguredEffort.onRequest(config), renderer, log);
        this.canonicalizer = new Canonicalizer(config.offer().sizes(), grammar, this.renderer::request);
        this.derivatives = new DerivativeStore(config, grammar, log);
        this.placeholder = new Placeholder(config, this.renderer, log);
        this.log = log;
    }

    /**
     * Returns the derivative of the current original, or empty if the original is missing. Stores the derivative unless
     * it is in the bucket already. A derivative that cannot be stored is returned nevertheless.
     *
     * @throws DerivationException if the original cannot be read or rendered, or changes during each of
     *     {@value #MAX_ATTEMPTS} attempts
     * @throws LinkageError if the renderer's own code cannot be loaded, in which case later requests fail too
     */
    public Optional<Rendition> derive(DerivationRequest request) throws DerivationException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredOriginal> original = originals.fetch(request);
            if (original.isEmpty()) {
                return Optional.empty();
            }
            Rendition rendition = derive(request, original.get());
            Optional<String> etag = etagAfter(request, rendition);
            if (etag.isPresent() && etag.get().equals(original.get().etag())) {
                return Optional.of(rendition);
            }
            log.noted(grammar.print(rendition.derivative()), "the original changed during the derivation");
            derivatives.undo(request, rendition);
            if (etag.isEmpty()) {
                return Optional.empty();
            }
        }
        throw new DerivationException(503, "The original keeps changing; try again later.");
    }

    /** Renders the placeholder in place of the original; empty if none is configured, or it cannot be rendered. */
    public Optional<byte[]> placeholder(DerivationRequest request) {
        return placeholder.render(request);
    }

    private Rendition derive(DerivationRequest request, StoredOriginal original) throws DerivationException {
        Derivative requested = request.derivative();
        Derivative canonical = canonicalizer.canonical(requested, renderer.dimensions(original.bytes(), requested));
        Optional<Rendition> found =
                canonical.equals(requested) ? Optional.empty() : derivatives.find(request, canonical, original);
        return found.isPresent() ? found.get() : render(request, canonical, original);
    }

    private Rendition render(DerivationRequest request, Derivative derivative, StoredOriginal original)
            throws DerivationException {
        byte[] picture;
        try (ServerTiming.Span _ = request.timing().start(Phase.RENDER)) {
            picture = renderer.render(original.bytes(), derivative);
        }
        log.made(grammar.print(derivative), original.bytes().length, picture.length);
        return derivatives.put(request, derivative, original, picture);
    }

    /**
     * Returns the ETag of the original. If the bucket does not return it, removes the derivative stored by this
     * request.
     */
    private Optional<String> etagAfter(DerivationRequest request, Rendition rendition) throws DerivationException {
        try {
            return originals.etag(request);
        } catch (DerivationException e) {
            derivatives.undo(request, rendition);
            throw e;
        }
    }
}
