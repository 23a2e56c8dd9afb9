package io.edgepix.localedge.behaviour;

import io.edgepix.derivation.HttpDate;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long CloudFront caches an answer, in seconds.
 *
 * @param min the minimum of the cache policy, even if the answer states less
 * @param byDefault the lifetime of an answer that states none
 * @param max the maximum of the cache policy
 * @param errorMin the minimum for errors, by status
 */
public record Ttl(long min, long byDefault, long max, Map<Integer, Long> errorMin) {
    /** CloudFront's minimum for errors, if none is configured. */
    private static final long ERROR_SECONDS = 10;

    /** Returns how long an answer is fresh. */
    public long seconds(Answer answer) {
        Map<String, String> directives = directives(answer.headers());
        OptionalLong stated = isForbidden(directives) ? OptionalLong.of(0) : stated(directives, answer.headers());
        if (answer.isError()) {
            return errorSeconds(answer.status(), stated.orElse(0));
        }
        return Math.max(min, stated.orElse(byDefault));
    }

    /**
     * Returns how long an answer is fresh and how long it may be stale (RFC 5861), together at most the policy's
     * maximum.
     */
    public Lifetime lifetime(Answer answer) {
        long fresh = seconds(answer);
        Map<String, String> directives = directives(answer.headers());
        boolean never = answer.isError()
                || isForbidden(directives)
                || directives.containsKey("must-revalidate")
                || directives.containsKey("proxy-revalidate");
        return never
                ? new Lifetime(fresh, 0, 0)
                : new Lifetime(
                        fresh,
                        stale(fresh, directives.get("stale-while-revalidate")),
                        stale(fresh, directives.get("stale-if-error")));
    }

    private long stale(long fresh, @Nullable String window) {
        long seconds = window == null ? 0 : age(window);
        return seconds == 0 ? 0 : Math.min(max, fresh + seconds);
    }

    private static boolean isForbidden(Map<String, String> directives) {
        return directives.containsKey("no-store")
                || directives.containsKey("no-cache")
                || directives.containsKey("private");
    }

    /** Returns the lifetime of an error. Some statuses are always cached, others only if the answer asks for it. */
    private long errorSeconds(int status, long stated) {
        boolean always = status == 404 || status == 414 || (status >= 500 && status <= 504);
        long least = errorMin.getOrDefault(status, always ? ERROR_SECONDS : 0);
        return always || stated > 0 ? Math.max(least, stated) : 0;
    }

    /** Returns the lifetime that the origin states, at most the policy's maximum; empty if it states none. */
    private OptionalLong stated(Map<String, String> directives, Headers headers) {
        String age = directives.getOrDefault("s-maxage", directives.get("max-age"));
        if (age != null) {
            return OptionalLong.of(age(age));
        }
        Optional<String> expires = headers.get("expires");
        return expires.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(untilExpiry(expires.get(), headers.get("date")));
    }

    private long age(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return digits.length() > 9 ? max : Math.min(max, Long.parseLong(digits));
    }

    private long untilExpiry(String expires, Optional<String> date) {
        Optional<Instant> end = HttpDate.parse(expires);
        if (end.isEmpty()) {
            return 0;
        }
        Instant start = date.flatMap(HttpDate::parse).orElseGet(Instant::now);
        return Math.clamp(Duration.between(start, end.get()).toSeconds(), 0, max);
    }

    private static Map<String, String> directives(Headers headers) {
        Map<String, String> directives = new HashMap<>();
        for (String part : headers.get("cache-control").orElse("").split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1).trim().replace("\"", "");
            directives.putIfAbsent(name.trim().toLowerCase(Locale.ROOT), value);
        }
        return directives;
    }
}
