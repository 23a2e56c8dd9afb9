package io.edgepix.derivation;

import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a picture beside its bytes. */
public final class RenditionHeaders {
    /** Makes caches ask again soon if the derivative could not be stored. */
    private static final String BRIEFLY = "public, max-age=10";

    private final Config config;

    public RenditionHeaders(Config config) {
        this.config = config;
    }

    /** Of a derivative. */
    public Map<String, String> of(DerivationRequest miss, Rendition made) {
        String cacheControl = made.stored() ? config.caching().derivative() : BRIEFLY;
        return of(miss, made.kept(), cacheControl, CacheTag.of(miss.derivative().original()));
    }

    /** Of a picture that is shown in place of a derivative; it goes with either of the two originals. */
    public Map<String, String> ofPlaceholder(DerivationRequest miss, byte[] picture) {
        String tags = CacheTag.of(miss.derivative().original()) + "," + CacheTag.of(new Key(config.placeholder()));
        return of(
                miss,
                new Validators(ContentEtag.of(picture), ""),
                config.caching().placeholder(),
                tags);
    }

    private Map<String, String> of(DerivationRequest miss, Validators kept, String cacheControl, String cacheTags) {
        Derivative derivative = miss.derivative();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", derivative.format().contentType());
        headers.put("Cache-Control", cacheControl);
        headers.put("ETag", kept.etag());
        headers.put("Last-Modified", kept.lastModified());
        headers.put("Vary", Vary.of(derivative, config.offer()));
        headers.put(CacheTag.HEADER, cacheTags);
        headers.put("Server-Timing", config.serverTiming() ? miss.timings().toString() : "");
        headers.values().removeIf(String::isEmpty);
        return headers;
    }
}
