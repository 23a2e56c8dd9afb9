package io.edgepix.derivative;

/** Whole numbers in ASCII digits, and nothing else. */
final class Digits {
    private Digits() {}

    /** The value of a hexadecimal digit in either case, or -1. */
    static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** The number, or -1 where the text is empty, has anything but ASCII digits, or is over the maximum. */
    static int parse(String text, int max) {
        if (text.isEmpty()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
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
}
