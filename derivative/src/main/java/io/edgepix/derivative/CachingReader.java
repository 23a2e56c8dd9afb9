package io.edgepix.derivative;

/** {@code cache} of {@code edgepix.json}. */
final class CachingReader {
    private static final String BRIEFLY = "public, max-age=10";

    private CachingReader() {}

    static Caching read(Fields cache) {
        Caching caching = new Caching(
                cache.string("derivative", "public, max-age=31536000, immutable"),
                cache.string("original", ""),
                cache.string("placeholder", BRIEFLY),
                cache.string("notAllowed", BRIEFLY),
                cache.string("missing", BRIEFLY),
                cache.string("tooLarge", BRIEFLY),
                cache.string("unreadable", BRIEFLY),
                cache.string("failed", "no-store"));
        cache.noOthers();
        return caching;
    }
}
