package io.edgepix.localedge;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long CloudFront keeps an answer, under a cache policy of 0, a day and a year, and 10 s for errors. */
final class Ttl {
    static final long DEFAULT_SECONDS = 86_400;
    static final long MAX_SECONDS = 31_536_000;
    static final long ERROR_SECONDS = 10;

    private Ttl() {}

    static long seconds(Answer answer) {
        Map<String, String> directives = directives(answer.headers().get("cache-control"));
        boolean forbidden = directives.containsKey("no-store")
                || directives.containsKey("no-cache")
                || directives.containsKey("private");
        long stated = forbidden ? 0 : stated(directives, answer.headers());
        if (answer.isError()) {
            return errorSeconds(answer.status(), Math.max(stated, 0));
        }
        return stated < 0 ? DEFAULT_SECONDS : stated;
    }

    private static long errorSeconds(int status, long stated) {
        boolean always = status == 404 || status == 414 || (status >= 500 && status <= 504);
        return always ? Math.max(ERROR_SECONDS, stated) : stated;
    }

    /** What the origin says, at most a year; negative where it says nothing. */
    private static long stated(Map<String, String> directives, Headers headers) {
        String age = directives.getOrDefault("s-maxage", directives.get("max-age"));
        if (age != null) {
            return age(age);
        }
        String expires = headers.get("expires");
        return expires == null ? -1 : untilExpiry(expires, headers.get("date"));
    }

    private static long age(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return digits.length() > 9 ? MAX_SECONDS : Math.min(MAX_SECONDS, Long.parseLong(digits));
    }

    private static long untilExpiry(String expires, @Nullable String date) {
        ZonedDateTime end = HttpDates.parse(expires);
        ZonedDateTime start = date == null ? null : HttpDates.parse(date);
        if (end == null) {
            return 0;
        }
        ZonedDateTime from = start == null ? ZonedDateTime.now(end.getZone()) : start;
        return Math.clamp(Duration.between(from, end).toSeconds(), 0, MAX_SECONDS);
    }

    private static Map<String, String> directives(@Nullable String header) {
        Map<String, String> directives = new HashMap<>();
        for (String part : (header == null ? "" : header).split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1).trim().replace("\"", "");
            directives.putIfAbsent(name.trim().toLowerCase(Locale.ROOT), value);
        }
        return directives;
    }
}
