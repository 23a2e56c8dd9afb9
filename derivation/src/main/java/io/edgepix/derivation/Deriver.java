package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import java.util.Optional;

/** Fetches originals, renders derivatives and stores them. Thread-safe. */
public final class Deriver {
    private final OriginalFetcher originals;
    private final UnchangedOriginal unchanged;
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
        this.unchanged = new UnchangedOriginal(originals, log);
        this.renderer = new ConfiguredRenderer(config, ConfiguredEffort.onRequest(config), renderer, log);
        this.canonicalizer = new Canonicalizer(config.offer().sizes(), grammar, this.renderer::request);
        this.derivatives = new DerivativeStore(config, grammar, log);
        this.placeholder = new Placeholder(config, this.renderer, log);
        this.log = log;
    }

    /**
     * Returns the derivative of the current original or its substitute, or empty if the original is missing. Stores the
     * rendition unless it is in the bucket already. A rendition that cannot be stored is returned nevertheless.
     *
     * @throws DerivationException if the original cannot be read or rendered, or changes during each of
     *     three attempts
     * @throws LinkageError if the renderer's own code cannot be loaded, in which case later requests fail too
     */
    public Optional<Rendition> derive(DerivationRequest request) throws DerivationException {
        return unchanged.derive(OriginalRequest.of(request), new UnchangedOriginal.Derivation<>() {
            @Override
            public Rendition derive(StoredOriginal original) throws DerivationException {
                return Deriver.this.derive(request, original);
            }

            @Override
            public void undo(Rendition rendition) {
                derivatives.undo(request, rendition);
            }
        });
    }

    /**
     * Stores a copy of a rendition, under the key that {@link PathGrammar#copyKey} returns.
     *
     * @throws DerivationException if it cannot be stored
     */
    public void storeCopy(DerivationRequest request, Rendition rendition) throws DerivationException {
        Key key = grammar.copyKey(rendition.derivative());
        if (key.bytes() > Key.MAX_BYTES) {
            throw new DerivationException(
                    422, "The derivative is too large for a key of this length; ask for a smaller size.");
        }
        try {
            derivatives.putCopy(request, rendition);
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.WRITE_BACK_FAILED, key.path(), e);
            throw new DerivationException(503, "The derivative could not be stored; try again later.");
        }
    }

    /** Renders the placeholder in place of the original; empty if none is configured, or it cannot be rendered. */
    public Optional<byte[]> placeholder(DerivationRequest request) {
        return placeholder.render(request);
    }

    /**
     * Returns the substitute of a request from the bucket, without fetching the original. Empty if the bucket does not
     * have it under its own key, or has it of a different version of the original.
     */
    public Optional<Rendition> findSubstitute(DerivationRequest request) throws DerivationException {
        if (request.substitute().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> etag = originals.etag(OriginalRequest.of(request));
        return etag.isEmpty()
                ? Optional.empty()
                : derivatives.find(request, request.substitute().get(), etag.get());
    }

    private Rendition derive(DerivationRequest request, StoredOriginal original) throws DerivationException {
        Derivative requested = request.derivative();
        Dimensions dimensions = renderer.dimensions(original.bytes(), requested.original());
        Derivative canonical = canonicalizer.canonical(requested, dimensions);
        Optional<Rendition> found =
                isSame(canonical, requested) ? Optional.empty() : derivatives.find(request, canonical, original.etag());
        if (found.isPresent()) {
            return found.get();
        }
        if (request.substitute().isEmpty()) {
            return render(request, canonical, original);
        }
        Derivative substitute = canonicalizer.canonical(request.substitute().get(), dimensions);
        Optional<Rendition> stored = derivatives.find(request, substitute, original.etag());
        return stored.isPresent() ? stored.get() : render(request, substitute, original);
    }

    /** Compares the objects first, since the first comparison of two records in a process takes 6 ms. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Derivative one, Derivative other) {
        return one == other || one.equals(other);
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
}
