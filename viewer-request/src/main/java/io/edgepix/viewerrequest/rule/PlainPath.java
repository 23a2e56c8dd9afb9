package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.PercentEncoding;

/**
 * The paths that most originals have: canonical, without percent-encoding, and not those of derivatives. {@link Rule}
 * recognises them by one look at each character, and need not decode, check and encode them.
 */
final class PlainPath {
    private PlainPath() {}

    /**
     * Tells whether a path is that of an original, in its canonical form and without percent-encoding.
     *
     * @return false for some of these paths as well
     */
    static boolean isOriginal(String uri) {
        int last = uri.length() - 1;
        if (last < 1 || uri.charAt(0) != '/' || uri.charAt(1) == '/' || startsAsDerivative(uri)) {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            char c = uri.charAt(i);
            // A dot at an end of a segment may need an extension, or be a segment that is refused.
            if (!PercentEncoding.isKept(c) || (c == '.' && (i == last || uri.charAt(i - 1) == '/'))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a path starts as that of a derivative does: with a size, or with {@code ~}. */
    private static boolean startsAsDerivative(String uri) {
        int i = 1;
        while (i < uri.length() && uri.charAt(i) >= '0' && uri.charAt(i) <= '9') {
            i++;
        }
        return i < uri.length() && (uri.charAt(i) == 'x' || uri.charAt(i) == '~');
    }
}
