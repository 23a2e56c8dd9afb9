package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The HTTP headers of renditions. */
public final class RenditionHeaders {
    /** Makes caches ask again soon, for a derivative that could not be stored. */
    private static final String BRIEFLY = "public, max-age=10";

    private static final String CONTENT_TYPE = "Content-Type";

    private final Config config;

    /** Creates the headers for a configuration. */
    public RenditionHeaders(Config config) {
        this.config = config;
    }

    /** Returns the headers of a rendition. */
    public Map<String, String> of(DerivationRequest request, Rendition rendition) {
        String cacheControl = rendition.isStored() ? config.caching().derivative() : BRIEFLY;
        return headers(
                request,
                rendition.validators(),
                cacheControl,
                CacheTag.of(request.derivative().original()));
    }

    /**
     * Returns the headers of a rendition that is a substitute. It has no Last-Modified, so caches can revalidate it
     * only by the ETag.
     */
    public Map<String, String> ofSubstitute(
            DerivationRequest request, Rendition rendition, String etag, String cacheControl) {
        Map<String, String> headers = headers(
                request,
                new Validators(etag, Optional.empty()),
                cacheControl,
                CacheTag.of(request.derivative().original()));
        headers.put(CONTENT_TYPE, rendition.derivative().format().contentType());
        return headers;
    }

    /** Returns the headers of a placeholder, with the cache tags of the missing original and of the placeholder. */
    public Map<String, String> ofPlaceholder(DerivationRequest request, byte[] picture) {
        String cacheTags = CacheTag.of(request.derivative().original()) + ","
                + CacheTag.of(config.placeholder().orElseThrow());
        return headers(
                request, ContentEtag.validators(picture), config.caching().placeholder(), cacheTags);
    }

    private Map<String, String> headers(
            DerivationRequest request, Validators validators, String cacheControl, String cacheTags) {
        Derivative derivative = request.derivative();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, derivative.format().contentType());
        headers.put("Cache-Control", cacheControl);
        headers.put("ETag", validators.etag());
        validators.lastModified().ifPresent(date -> headers.put("Last-Modified", date));
        Vary.of(derivative, config.offer()).ifPresent(names -> headers.put("Vary", names));
        headers.put(CacheTag.HEADER, cacheTags);
        if (config.headers().serverTiming()) {
            request.timing().header().ifPresent(metrics -> headers.put("Server-Timing", metrics));
        }
        return headers;
    }
}
