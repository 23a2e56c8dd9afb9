package io.edgepix.configuration;

import java.util.Optional;

/** Reads {@code cache} of {@code edgepix.json}. */
final class CachingReader {
    private static final String BRIEFLY = "public, max-age=10";
    private static final int DAY = 86_400;
    /** CloudFront retries a failed origin request after ten seconds, so no other cache should wait longer. */
    private static final int MOMENT = 10;

    private CachingReader() {}

    static Caching read(Fields cache) {
        Caching caching = new Caching(
                text(cache, "derivative", "public, max-age=31536000, immutable", CacheControl.TEN_YEARS),
                original(cache),
                text(cache, "placeholder", BRIEFLY, DAY),
                text(cache, "notAllowed", BRIEFLY, DAY),
                text(cache, "missing", BRIEFLY, DAY),
                text(cache, "tooLarge", BRIEFLY, DAY),
                text(cache, "unreadable", BRIEFLY, DAY),
                text(cache, "failed", "no-store", MOMENT));
        cache.noOthers();
        return caching;
    }

    private static Optional<String> original(Fields cache) {
        return Optional.of(cache.string("original", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> checked(cache, "original", text, CacheControl.TEN_YEARS));
    }

    private static String text(Fields cache, String name, String otherwise, int longest) {
        return checked(cache, name, cache.string(name, otherwise), longest);
    }

    private static String checked(Fields cache, String name, String text, int longest) {
        return cache.mistakes().or(text, () -> CacheControl.checked("cache." + name, text, longest));
    }
}
