package io.edgepix.configuration;

import io.edgepix.derivative.Digits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the {@code Cache-Control} of responses (RFC 9111 section 5.2.2, RFC 5861, RFC 8246). */
final class CacheControl {
    /** In seconds, with years of 365 days. */
    static final int TEN_YEARS = 315_360_000;

    private static final List<String> PLAIN = List.of(
            "public",
            "private",
            "no-cache",
            "no-store",
            "no-transform",
            "must-revalidate",
            "proxy-revalidate",
            "must-understand",
            "immutable");
    private static final List<String> TIMED =
            List.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

    private final String field;
    private final int longest;
    /** The seconds of each directive, 0 for directives without seconds. */
    private final Map<String, Integer> seconds = new LinkedHashMap<>();

    private CacheControl(String field, int longest) {
        this.field = field;
        this.longest = longest;
    }

    /**
     * Returns the text if it is valid.
     *
     * @param longest the largest number of seconds in a directive; below {@link #TEN_YEARS}, immutable is not allowed
     * @throws ConfigException if a directive is missing, unknown or repeated, or contradicts another one
     */
    static String checked(String field, String text, int longest) {
        CacheControl directives = new CacheControl(field, longest);
        for (String directive : text.split(",", -1)) {
            directives.add(directive.strip());
        }
        directives.refuseContradictions();
        return text;
    }

    private void add(String directive) {
        String[] parts = directive.split("=", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        boolean isTimed = TIMED.contains(name);
        if (!isTimed && !PLAIN.contains(name)) {
            throw wrong("\"" + name + "\" is not a directive; the directives are " + String.join(", ", PLAIN) + ", "
                    + String.join("=N, ", TIMED) + "=N");
        }
        if (!isTimed && parts.length > 1) {
            throw wrong(name + " must not have a value");
        }
        int value = isTimed ? Digits.parse(parts.length > 1 ? parts[1] : "", longest) : 0;
        if (value < 0) {
            throw wrong(name + " must have whole seconds from 0 to " + longest + ", for example " + name + "=10");
        }
        if (seconds.put(name, value) != null) {
            throw wrong(name + " must not appear twice");
        }
    }

    private void refuseContradictions() {
        if (longest < TEN_YEARS && seconds.containsKey("immutable")) {
            throw wrong("must not be immutable, as the same URL may have a picture later");
        }
        if (seconds.containsKey("public") && seconds.containsKey("private")) {
            throw wrong("must be public or private, not both");
        }
        // A cache that understands the status ignores no-store next to must-understand.
        if (seconds.containsKey("no-store") && !seconds.containsKey("must-understand")) {
            for (String name : TIMED) {
                if (seconds.getOrDefault(name, 0) > 0) {
                    throw wrong("no-store forbids caching, so " + name + " must be 0 or left out");
                }
            }
        }
    }

    private ConfigException wrong(String what) {
        return new ConfigException(field, what);
    }
}
