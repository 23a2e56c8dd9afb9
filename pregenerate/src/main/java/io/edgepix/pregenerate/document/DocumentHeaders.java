package io.edgepix.pregenerate.document;

import io.edgepix.derivative.Key;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The headers of stored documents.
 *
 * @param isPublic whether viewers may read them
 */
record DocumentHeaders(boolean isPublic) {
    /** The attribute characters of RFC 8187 that are neither letters nor digits. */
    private static final String KEPT = "!#$&+-.^_`|~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Returns the header {@code cache-control}. A document may be replaced at any time. */
    String cacheControl() {
        return isPublic ? "public, max-age=0, must-revalidate" : "private, no-cache";
    }

    /** Returns the header {@code content-disposition} with the file name (RFC 6266, RFC 8187). */
    static String contentDisposition(Key key) {
        String name = key.value().substring(key.value().lastIndexOf('/') + 1);
        return "inline; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** Replaces quotes, percent signs and what is not ASCII, which clients read in different ways. */
    private static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) b;
            if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
