package io.edgepix.derivative;

/**
 * Addresses with a signature: {@code /KEY?PARAMETERS&e=EXPIRY&s=SIGNATURE}, where {@code e} may be left out and {@code s}
 * comes last. What is signed is the path, percent-decoded, a line feed, and the query string before {@code &s=} as it
 * stands.
 */
public final class SignedUrl {
    private static final String PARAMETER = "s=";
    private static final int SECONDS_DIGITS = 10;

    private SignedUrl() {}

    /**
     * Signs.
     *
     * @param path percent-encoded, starting with a slash
     * @param query without a question mark; may be empty
     * @param expiry the last second, since 1970, in which it may be asked for; empty for no end
     * @return path and query, with the signature
     * @throws MalformedException if the path is not percent-encoded UTF-8
     */
    public static String sign(Hmac hmac, String key, String path, String query, String expiry) {
        String parameters = expiry.isEmpty() ? query : query + (query.isEmpty() ? "" : "&") + "e=" + expiry;
        String signature = hmac.of(key, message(path, parameters));
        return path + "?" + parameters + (parameters.isEmpty() ? "" : "&") + PARAMETER + signature;
    }

    /**
     * Whether one of the keys signed it, and it has not expired.
     *
     * @param now seconds since 1970, in ten digits
     */
    public static boolean isValid(Hmac hmac, Signing signing, String path, String query, String now) {
        int at = query.lastIndexOf(PARAMETER);
        if (at < 0 || (at > 0 && query.charAt(at - 1) != '&')) {
            return false;
        }
        String parameters = query.substring(0, Math.max(0, at - 1));
        String signature = query.substring(at + PARAMETER.length());
        String message;
        try {
            message = message(path, parameters);
        } catch (MalformedException e) {
            return false;
        }
        boolean valid = false;
        for (int i = 0; i < signing.keys().size(); i++) {
            valid |= isSame(hmac.of(signing.keys().get(i), message), signature);
        }
        return valid && !isExpired(parameters, now);
    }

    private static String message(String path, String parameters) {
        return "/" + Key.ofPath(path).value() + "\n" + parameters;
    }

    /** Takes as long wherever the two differ, so that a signature cannot be guessed a character at a time. */
    private static boolean isSame(String one, String other) {
        int difference = one.length() ^ other.length();
        for (int i = 0; i < one.length(); i++) {
            difference |= one.charAt(i) ^ (i < other.length() ? other.charAt(i) : 0);
        }
        return difference == 0;
    }

    /** Both in ten digits, which will do until the year 2286, so that text compares as numbers do. */
    private static boolean isExpired(String parameters, String now) {
        int at = parameters.startsWith("e=") ? 0 : parameters.lastIndexOf("&e=") + 1;
        if (at == 0 && !parameters.startsWith("e=")) {
            return false;
        }
        int end = parameters.indexOf('&', at);
        String expiry = parameters.substring(at + 2, end < 0 ? parameters.length() : end);
        return expiry.length() != SECONDS_DIGITS || expiry.compareTo(now) < 0;
    }
}
