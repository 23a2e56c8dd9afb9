package io.edgepix.derivative;

/** Numbers in ASCII digits, without a sign. */
public final class Digits {
    private Digits() {}

    /** Returns the value of a hexadecimal digit in either case, or -1 for any other character. */
    public static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** Tells whether all characters of a range are ASCII digits; an empty range counts. */
    public static boolean areAll(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Parses a number; returns -1 if the text is empty, has anything but ASCII digits, or exceeds the maximum. */
    public static int parse(String text, int max) {
        return parse(text, 0, text.length(), max);
    }

    /** Parses the number in a range as {@link #parse(String, int)} does. */
    static int parse(String text, int from, int to, int max) {
        if (from == to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
            if (value > max) {
                return -1;
            }
        }
        return value;
    }

    /**
     * Parses a number with optional decimals and multiplies it by a scale. Decimals beyond the scale are dropped.
     *
     * @param max the largest whole part
     * @param scale a power of ten
     * @return a negative number if the text is not such a number, or its whole part exceeds the maximum
     */
    public static int decimal(String text, int max, int scale) {
        int dot = text.indexOf('.');
        int value = scale * parse(text, 0, dot < 0 ? text.length() : dot, max);
        int place = scale;
        for (int i = dot + 1; dot >= 0 && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            place /= 10;
            value += digit * place;
        }
        return dot + 1 == text.length() ? -1 : value;
    }
}
