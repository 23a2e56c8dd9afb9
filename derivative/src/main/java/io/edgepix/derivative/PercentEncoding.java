package io.edgepix.derivative;

/**
 * Percent-encoded UTF-8 (RFC 3986 section 2.1, RFC 3629), with one canonical form. The characters of a path segment and
 * slashes are not encoded. The exceptions are {@code +}, {@code ,} and {@code ;}, which some servers interpret, and
 * {@code *}, which invalidations interpret. All other characters are encoded, with upper-case digits.
 */
public final class PercentEncoding {
    private static final String KEPT = "-_.~!$&'():@=/";
    private static final String HEX = "0123456789ABCDEF";
    private static final String NOT_UTF_8 = "The URL is not valid percent-encoded UTF-8.";

    private PercentEncoding() {}

    /**
     * Decodes a text from an index.
     *
     * @throws MalformedException if a percent sign has no two hexadecimal digits, the bytes are not UTF-8, or there is
     *     a control character
     */
    public static String decode(String text, int from) {
        int plain = from;
        while (plain < text.length() && text.charAt(plain) != '%') {
            checked(text.charAt(plain++));
        }
        return plain == text.length() ? text.substring(from) : decoded(text, from);
    }

    private static String decoded(String text, int from) {
        char[] decoded = new char[text.length() - from];
        int length = 0;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '%') {
                decoded[length++] = checked(c);
                i++;
                continue;
            }
            int lead = byteAt(text, i);
            int more = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
            if (more < 0) {
                throw new MalformedException(NOT_UTF_8);
            }
            int codePoint = more == 0 ? lead : lead & (0x3F >> more);
            i += 3;
            for (int k = 0; k < more; k++, i += 3) {
                int next = byteAt(text, i);
                if ((next & 0xC0) != 0x80) {
                    throw new MalformedException(NOT_UTF_8);
                }
                codePoint = codePoint << 6 | (next & 0x3F);
            }
            length += Character.toChars(checkedLength(codePoint, more), decoded, length);
        }
        return new String(decoded, 0, length);
    }

    /** Encodes the text in the canonical form. */
    public static String encode(String text) {
        int plain = 0;
        while (plain < text.length() && isKept(text.charAt(plain))) {
            plain++;
        }
        return plain == text.length() ? text : encoded(text);
    }

    private static String encoded(String text) {
        // A char becomes up to three bytes, a byte three characters. A StringBuilder is slow in JavaScript.
        char[] encoded = new char[9 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isKept(c)) {
                encoded[length++] = c;
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (Character.charCount(codePoint) == 2) {
                i++;
            }
            length = putUtf8(encoded, length, codePoint);
        }
        return new String(encoded, 0, length);
    }

    /** Returns the length of the text in bytes of UTF-8. */
    static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair accounts for two of the four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static boolean isKept(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || KEPT.indexOf(c) >= 0;
    }

    private static int putUtf8(char[] out, int at, int codePoint) {
        int more = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        int end = putByte(out, at, more == 0 ? codePoint : ((0xF0 << (3 - more)) & 0xFF) | (codePoint >> (6 * more)));
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            end = putByte(out, end, 0x80 | ((codePoint >> shift) & 0x3F));
        }
        return end;
    }

    private static int putByte(char[] out, int at, int value) {
        out[at] = '%';
        out[at + 1] = HEX.charAt(value >> 4);
        out[at + 2] = HEX.charAt(value & 15);
        return at + 3;
    }

    private static int byteAt(String text, int i) {
        if (i + 2 >= text.length() || text.charAt(i) != '%') {
            throw new MalformedException(NOT_UTF_8);
        }
        return digit(text.charAt(i + 1)) << 4 | digit(text.charAt(i + 2));
    }

    private static int digit(char c) {
        int digit = Digits.hex(c);
        if (digit < 0) {
            throw new MalformedException(NOT_UTF_8);
        }
        return digit;
    }

    private static char checked(char c) {
        if (Character.isSurrogate(c)) {
            throw new MalformedException(NOT_UTF_8);
        }
        refuseControl(c);
        return c;
    }

    private static int checkedLength(int codePoint, int continuationBytes) {
        boolean overlong =
                (continuationBytes == 2 && codePoint < 0x800) || (continuationBytes == 3 && codePoint < 0x10000);
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        if (overlong || surrogate || codePoint > 0x10FFFF) {
            throw new MalformedException(NOT_UTF_8);
        }
        refuseControl(codePoint);
        return codePoint;
    }

    private static void refuseControl(int codePoint) {
        if (codePoint < 0x20 || codePoint == 0x7F) {
            throw new MalformedException("The URL of a picture cannot contain control characters.");
        }
    }
}
