package io.edgepix.derivative;

/**
 * Signed URLs: {@code /KEY?PARAMETERS&e=EXPIRY&s=SIGNATURE}. {@code e} is optional, and {@code s} is last. The
 * signature covers the percent-decoded path, a line feed, and the query string before {@code &s=}.
 */
public final class SignedUrl {
    private static final String SIGNATURE = "s";
    private static final String EXPIRY = "e";
    private static final int SECONDS_DIGITS = 10;

    private SignedUrl() {}

    /**
     * Signs a URL.
     *
     * @param path percent-encoded, starting with a slash
     * @param query without a question mark; may be empty
     * @param expiry the last second in which the signature is valid, in seconds since 1970 and ten digits; empty for no
     *     expiry
     * @return the path and the query with the signature
     * @throws MalformedException if the path is not percent-encoded UTF-8, the query is not visible ASCII, or the query
     *     already has {@code e} or {@code s}
     */
    public static String sign(Hmac hmac, String key, String path, String query, String expiry) {
        if (!isVisible(query)) {
            throw new MalformedException(
                    "The query string to sign must be visible ASCII; percent-encode all other characters.");
        }
        if (QueryString.indexOf(query, SIGNATURE, 0) >= 0 || QueryString.indexOf(query, EXPIRY, 0) >= 0) {
            throw new MalformedException("The URL already has an e or s parameter, as signed URLs do.");
        }
        String parameters = expiry.isEmpty() ? query : joined(query, EXPIRY, expiry);
        return path + "?" + joined(parameters, SIGNATURE, hmac.of(key, message(path, parameters)));
    }

    private static String joined(String query, String name, String value) {
        return query + (query.isEmpty() ? "" : "&") + name + "=" + value;
    }

    /**
     * Tells whether a URL has an unexpired signature by one of the keys.
     *
     * @param now seconds since 1970, in ten digits
     */
    public static boolean isValid(Hmac hmac, Signing signing, String path, String query, String now) {
        int at = QueryString.indexOf(query, SIGNATURE, 0);
        int from = at + SIGNATURE.length() + 1;
        if (at < 0 || from > query.length() || query.charAt(from - 1) != '=' || !isVisible(query)) {
            return false;
        }
        String parameters = query.substring(0, Math.max(0, at - 1));
        String message;
        try {
            message = message(path, parameters);
        } catch (MalformedException e) {
            return false;
        }
        boolean valid = false;
        for (int i = 0; i < signing.keys().size() && !valid; i++) {
            valid = isSame(hmac.of(signing.keys().get(i), message), query.substring(from));
        }
        return valid && !isExpired(parameters, now);
    }

    private static String message(String path, String parameters) {
        return new Text()
                .add(Key.ofPath(path).plainPath())
                .add("\n")
                .add(parameters)
                .toString();
    }

    /** Tells whether all characters are visible ASCII, so that every platform signs the same bytes. */
    private static boolean isVisible(String query) {
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) <= ' ' || query.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Compares in constant time, so that a signature cannot be guessed character by character. */
    private static boolean isSame(String one, String other) {
        int difference = one.length() ^ other.length();
        for (int i = 0; i < one.length(); i++) {
            difference |= one.charAt(i) ^ (i < other.length() ? other.charAt(i) : 0);
        }
        return difference == 0;
    }

    /**
     * Tells whether a time has passed. Ten digits last until the year 2286, and texts of ten digits sort as numbers.
     */
    private static boolean isExpired(String parameters, String now) {
        int at = QueryString.indexOf(parameters, EXPIRY, 0);
        if (at < 0) {
            return false;
        }
        int end = QueryString.endOf(parameters, at);
        String expiry = parameters.substring(Math.min(at + EXPIRY.length() + 1, end), end);
        boolean once = QueryString.indexOf(parameters, EXPIRY, end) < 0;
        return !once
                || expiry.length() != SECONDS_DIGITS
                || !Digits.areAll(expiry, 0, SECONDS_DIGITS)
                || expiry.compareTo(now) < 0;
    }
}
