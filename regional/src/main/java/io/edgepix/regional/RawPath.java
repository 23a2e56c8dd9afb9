package io.edgepix.regional;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PercentEncoding;

/**
 * The path in an event. A function URL passes it on as it was sent, percent-encoded. An HTTP API of API Gateway, whose
 * events have the same form, decodes it.
 */
final class RawPath {
    /** Printable characters that no client sends without encoding them (RFC 3986 section 3.3). */
    private static final String ENCODED_ALWAYS = " \"#<>?[\\]^`{|}";

    private static final int LAST_ASCII = 0x7E;

    private RawPath() {}

    /**
     * Returns the path, percent-encoded. It is unchanged if it can be encoded already. So a decoded path is ambiguous
     * only if its key has a percent sign with two hexadecimal digits, and no character that is always encoded.
     */
    static String encoded(String path) {
        return isEncoded(path) || !path.startsWith("/") ? path : new Key(path.substring(1)).path();
    }

    private static boolean isEncoded(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c > LAST_ASCII || ENCODED_ALWAYS.indexOf(c) >= 0) {
                return false;
            }
        }
        try {
            PercentEncoding.decode(path, 0);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }
}
