package io.edgepix.viewerrequest.rule;

/**
 * Tells by the User-Agent whether a client shows WebP, for clients whose Accept header does not list it, or lists it
 * wrongly. {@code clients.txt} in the test resources lists the clients with sources.
 */
final class UserAgent {
    private static final String OF_AFNETWORKING = "image/*";
    /** The number of characters that are read. Reading longer headers could keep the function busy. */
    private static final int READ = 300;

    private static final String CHROME = "Chrome/";
    private static final int ANIMATING_CHROME = 3200;
    private static final int DECODING_DARWIN = 2000;
    private static final int DECODING_ANDROID = 403;

    private UserAgent() {}

    /**
     * Tells whether the client is an app that shows WebP with alpha. These are Dalvik on Android 4.3 or newer, OkHttp
     * unless on an older Android, and CFNetwork on Darwin 20 or newer (iOS 14, macOS 11). AFNetworking is an exception,
     * as it rejects WebP on any system. Browsers do not count, as they list WebP in Accept.
     */
    static boolean isAppWithWebp(String text, String accept) {
        if (text.startsWith("Mozilla/")) {
            return false;
        }
        if (has(text, "CFNetwork/")) {
            return !accept.equals(OF_AFNETWORKING) && version(text, "Darwin/") >= DECODING_DARWIN;
        }
        int android = version(text, "Android ");
        return android >= DECODING_ANDROID
                ? has(text, "Dalvik/") || has(text, "okhttp/")
                : android < 0 && has(text, "okhttp/") && !has(text, "Dalvik/");
    }

    /**
     * Tells whether a browser that accepts WebP shows it. Old Opera shows only a part of it, and old Chrome no
     * animations.
     */
    static boolean shows(String text, boolean isAnimated) {
        int chrome = isAnimated ? version(text, CHROME) : -1;
        return !text.startsWith("Opera/") && (chrome < 0 || chrome >= ANIMATING_CHROME);
    }

    private static boolean has(String text, String product) {
        return indexOf(text, product) >= 0;
    }

    /** Returns the index of a product near the beginning, at the start of a word; -1 if there is none. */
    private static int indexOf(String text, String product) {
        int end = Math.min(text.length(), READ);
        char before = ' ';
        for (int i = 0; i < end; i++) {
            if ((before == ' ' || before == '(') && text.startsWith(product, i)) {
                return i;
            }
            before = text.charAt(i);
        }
        return -1;
    }

    /** Returns a hundred times the major version plus the first digit of the minor one; -1 if there is no version. */
    private static int version(String text, String product) {
        int at = indexOf(text, product);
        int i = at + product.length();
        int major = 0;
        if (at < 0 || !isDigit(text, i)) {
            return -1;
        }
        for (; isDigit(text, i) && major < 100_000; i++) {
            major = major * 10 + text.charAt(i) - '0';
        }
        boolean hasMinor = i < text.length() && text.charAt(i) == '.' && isDigit(text, i + 1);
        return major * 100 + (hasMinor ? text.charAt(i + 1) - '0' : 0);
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
