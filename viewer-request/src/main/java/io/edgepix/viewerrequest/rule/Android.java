package io.edgepix.viewerrequest.rule;

/**
 * Android's own HTTP clients, by User-Agent. They decode WebP with alpha since Android 4.3, and most say nothing in
 * Accept. Browsers on Android do, so they are not counted here.
 */
final class Android {
    private Android() {}

    static boolean decodesWebp(String userAgent) {
        int android = userAgent.indexOf("Android ");
        if (userAgent.contains("Dalvik/")) {
            return android >= 0 && isAtLeast43(userAgent, android + "Android ".length());
        }
        return userAgent.contains("okhttp/") && (android < 0 || isAtLeast43(userAgent, android + "Android ".length()));
    }

    private static boolean isAtLeast43(String text, int start) {
        int i = start;
        int major = 0;
        while (i < text.length() && isDigit(text.charAt(i)) && major < 1000) {
            major = major * 10 + (text.charAt(i++) - '0');
        }
        boolean hasMinor = i + 1 < text.length() && text.charAt(i) == '.' && isDigit(text.charAt(i + 1));
        int minor = hasMinor ? text.charAt(i + 1) - '0' : 0;
        return major > 4 || (major == 4 && minor >= 3);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
