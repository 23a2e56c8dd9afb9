package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The picture that replaces a missing original. Its renderings are cached, so requests for many missing pictures cost
 * almost nothing. Thread-safe.
 */
final class Placeholder {
    private static final int MAX_CACHED = 32;

    /** A derivative of the placeholder, and the ETag of the placeholder that it was rendered from. */
    private record RenditionKey(Derivative derivative, String etag) {}

    private final Config config;
    private final ConfiguredRenderer renderer;
    private final DerivationLog log;
    private final Map<RenditionKey, byte[]> cache = new LinkedHashMap<>(MAX_CACHED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RenditionKey, byte[]> eldest) {
            return size() > MAX_CACHED;
        }
    };

    Placeholder(Config config, ConfiguredRenderer renderer, DerivationLog log) {
        this.config = config;
        this.renderer = renderer;
        this.log = log;
    }

    /** Returns the placeholder in the form of the derivative; empty if none is configured, or it cannot be rendered. */
    Optional<byte[]> render(DerivationRequest request) {
        if (config.placeholder().isEmpty()) {
            return Optional.empty();
        }
        Derivative missing = request.derivative();
        Derivative derivative = new Derivative(
                missing.size(),
                missing.fit(),
                missing.focus(),
                missing.quality(),
                missing.format(),
                config.placeholder().orElseThrow());
        try {
            return Optional.of(render(request, derivative));
        } catch (StoreException | DerivationException e) {
            log.failed(
                    DerivationLog.Kind.PLACEHOLDER_FAILED, derivative.original().path(), e);
            return Optional.empty();
        }
    }

    private synchronized byte[] render(DerivationRequest request, Derivative derivative)
            throws StoreException, DerivationException {
        RenditionKey key = new RenditionKey(derivative, etag(request, derivative.original()));
        byte[] picture = cache.get(key);
        if (picture == null) {
            picture = fetchAndRender(request, derivative);
            cache.put(key, picture);
        }
        return picture;
    }

    private static String etag(DerivationRequest request, Key key) throws StoreException {
        try (ServerTiming.Span _ = request.timing().start(Phase.FETCH)) {
            return request.store()
                    .etag(key)
                    .orElseThrow(() -> new StoreException(StoreException.Reason.MISSING, "no such key", null));
        }
    }

    private byte[] fetchAndRender(DerivationRequest request, Derivative derivative)
            throws StoreException, DerivationException {
        StoredOriginal original;
        try (ServerTiming.Span _ = request.timing().start(Phase.FETCH)) {
            original =
                    request.store().get(derivative.original(), config.limits().maxBytes());
        }
        try (ServerTiming.Span _ = request.timing().start(Phase.RENDER)) {
            return renderer.render(original.bytes(), derivative);
        }
    }
}
