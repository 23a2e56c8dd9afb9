package io.edgepix.derivation.answer;

import io.edgepix.configuration.Caching;
import io.edgepix.derivation.HttpDate;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of S3 that is passed on. Only a few headers change. Under Node.js, {@code stored.mjs} does the same. */
public final class StoredAnswer {
    private static final int YOUNG_SECONDS = 60;
    private static final String YOUNG = "public, max-age=" + YOUNG_SECONDS;
    private static final String CACHE_CONTROL = "cache-control";
    private static final String ETAG = "etag";
    private static final Set<Integer> STORED = Set.of(200, 206, 304);
    private static final Pattern AGE = Pattern.compile("(?i)(max-age|s-maxage)=(\\d{1,10})");
    private static final Pattern LONGER = Pattern.compile("(?i)immutable$|stale-");
    private static final Pattern LIFETIME = Pattern.compile("(?i)(no-store|no-cache|max-age|s-maxage)\\b");

    private final int status;
    private final HeaderFields headers;
    private final Caching caching;

    private StoredAnswer(int status, HeaderFields headers, Caching caching) {
        this.status = status;
        this.headers = headers;
        this.caching = caching;
    }

    /**
     * Tells whether S3 responded with an object or an error. Every object has an ETag. A list of the bucket's keys,
     * which S3 returns for a path without a key, has no ETag.
     */
    public static boolean isObject(int status, HeaderFields headers) {
        return (status != 200 && status != 206) || !headers.value(ETAG).isEmpty();
    }

    /**
     * Changes the headers of a response with status 200, 206 or 304.
     *
     * @param path of the request, percent-encoded
     */
    public static void amend(String path, int status, HeaderFields headers, Caching caching) {
        if (STORED.contains(status)) {
            new StoredAnswer(status, headers, caching).amend(path);
        }
    }

    private void amend(String path) {
        Key key = new Key(path.isEmpty() ? "" : path.substring(1));
        if (path.startsWith("/") && PathGrammar.isDerivative(key)) {
            setVary();
            cacheControl(PathGrammar.folder(key).isEmpty() ? caching.derivative() : YOUNG)
                    .ifPresent(value -> headers.set("Cache-Control", value));
        } else if (!caching.original().isEmpty() && !headers.names().contains(CACHE_CONTROL) && status != 304) {
            headers.set("Cache-Control", caching.original().orElseThrow());
        }
    }

    /** S3 stores the header as metadata. If S3 sends a Vary header, that is about CORS. */
    private void setVary() {
        String vary = headers.value("x-amz-meta-vary");
        if (!vary.isEmpty()) {
            String cors = headers.value("vary");
            headers.set("Vary", cors.isEmpty() ? vary : cors + ", " + vary);
            headers.remove("x-amz-meta-vary");
        }
    }

    /**
     * Returns the Cache-Control of a derivative; empty if that of S3 stays. If an original is replaced, a derivative of
     * the former original may be stored. The function that stored it replaces it within Lambda's 30 s. Until then,
     * caches must not keep it for long. A 304 ends that, and S3's own may lack a Cache-Control.
     *
     * @param missing the value if S3 sends none with a 304
     */
    private Optional<String> cacheControl(String missing) {
        String stored = headers.value(CACHE_CONTROL);
        if (isYoung()) {
            return Optional.of(stored.isEmpty() ? YOUNG : forAMinute(stored));
        }
        return status == 304 && stored.isEmpty() ? Optional.of(missing) : Optional.empty();
    }

    /** Limits a Cache-Control to a minute. */
    private static String forAMinute(String stored) {
        List<String> directives = new ArrayList<>();
        for (String directive : stored.split(",", -1)) {
            String trimmed = directive.trim();
            if (!LONGER.matcher(trimmed).lookingAt()) {
                Matcher age = AGE.matcher(trimmed);
                directives.add(
                        age.matches()
                                ? age.group(1) + "=" + Math.min(Long.parseLong(age.group(2)), YOUNG_SECONDS)
                                : trimmed);
            }
        }
        if (directives.stream().noneMatch(each -> LIFETIME.matcher(each).lookingAt())) {
            directives.add("max-age=" + YOUNG_SECONDS);
        }
        return String.join(", ", directives);
    }

    /** Tells whether the object has been in the bucket for less than a minute. */
    private boolean isYoung() {
        Optional<Instant> date = HttpDate.parse(headers.value("date"));
        Optional<Instant> modified = HttpDate.parse(headers.value("last-modified"));
        return date.isPresent()
                && modified.isPresent()
                && date.get().isBefore(modified.get().plusSeconds(YOUNG_SECONDS));
    }
}
