package io.edgepix.derivative;

/**
 * Percent-encoded UTF-8 (RFC 3986 section 2.1, RFC 3629), with one canonical form. The characters of a path segment and
 * slashes are not encoded. The exceptions are {@code +}, {@code ,} and {@code ;}, which some servers interpret, and
 * {@code *}, which invalidations interpret. All other characters are encoded, with upper-case digits.
 */
public final class PercentEncoding {
    private static final String KEPT = "/.-_~!$&'():@=";
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
            check(text.charAt(plain++));
        }
        return plain == text.length() ? text.substring(from) : decoded(text, from);
    }

    private static String decoded(String text, int from) {
        Text decoded = new Text();
        int i = from;
        while (i < text.length()) {
            int plain = i;
            while (i < text.length() && text.charAt(i) != '%') {
                check(text.charAt(i++));
            }
            decoded.add(text.substring(plain, i));
            if (i == text.length()) {
                break;
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
            decoded.addCodePoint(checkedLength(codePoint, more));
        }
        return decoded.toString();
    }

    /**
     * Tells whether percent-encoded UTF-8 is in the canonical form.
     *
     * @param text which {@link #decode} accepts
     */
    static boolean isCanonical(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                char high = text.charAt(i + 1);
                char low = text.charAt(i + 2);
                int value = Digits.hex(high) << 4 | Digits.hex(low);
                if (isLowerCase(high) || isLowerCase(low) || (value < 0x80 && isKept((char) value))) {
                    return false;
                }
                i += 2;
            } else if (!isKept(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerCase(char digit) {
        return digit >= 'a';
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
        Text encoded = new Text();
        int i = 0;
        while (i < text.length()) {
            int plain = i;
            while (i < text.length() && isKept(text.charAt(i))) {
                i++;
            }
            encoded.add(text.substring(plain, i));
            if (i < text.length()) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint);
                addUtf8(encoded, codePoint);
            }
        }
        return encoded.toString();
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

    /** Tells whether the canonical form contains a character as it is. */
    public static boolean isKept(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || KEPT.indexOf(c) >= 0;
    }

    private static void addUtf8(Text out, int codePoint) {
        int more = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        addByte(out, more == 0 ? codePoint : ((0xF0 << (3 - more)) & 0xFF) | (codePoint >> (6 * more)));
        for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
            addByte(out, 0x80 | ((codePoint >> shift) & 0x3F));
        }
    }

    private static void addByte(Text out, int value) {
        out.add('%').add(HEX.charAt(value >> 4)).add(HEX.charAt(value & 15));
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

    private static void check(char c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            throw new MalformedException(NOT_UTF_8);
        }
        refuseControl(c);
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
