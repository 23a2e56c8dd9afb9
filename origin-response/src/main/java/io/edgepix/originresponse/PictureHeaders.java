package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.originresponse.store.Kept;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a picture beside its bytes. */
final class PictureHeaders {
    private final Config config;

    PictureHeaders(Config config) {
        this.config = config;
    }

    /** Of a derivative. */
    Map<String, String> of(Miss miss, Made made) {
        String cacheControl = made.stored() ? config.caching().derivative() : Answers.BRIEFLY;
        return of(miss, made.kept(), cacheControl, CacheTag.of(miss.derivative().original()));
    }

    /** Of a picture that is shown in place of a derivative; it goes with either of the two originals. */
    Map<String, String> ofPlaceholder(Miss miss, byte[] picture) {
        String tags = CacheTag.of(miss.derivative().original()) + ","
                + CacheTag.of(config.placeholder().orElseThrow());
        return of(miss, new Kept(ContentEtag.of(picture), ""), config.caching().placeholder(), tags);
    }

    private Map<String, String> of(Miss miss, Kept kept, String cacheControl, String cacheTags) {
        Derivative derivative = miss.derivative();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", derivative.format().contentType());
        headers.put("Cache-Control", cacheControl);
        headers.put("ETag", kept.etag());
        headers.put("Last-Modified", kept.lastModified());
        headers.put("Vary", Vary.of(derivative, config.offer()));
        headers.put(CacheTag.HEADER, cacheTags);
        headers.put(
                "Server-Timing",
                config.headers().serverTiming() ? miss.timings().toString() : "");
        headers.values().removeIf(String::isEmpty);
        return headers;
    }
}
