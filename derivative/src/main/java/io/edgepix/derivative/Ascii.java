package io.edgepix.derivative;

/** ASCII case, without the tables of every other script. */
public final class Ascii {
    private Ascii() {}

    /** The text with A to Z in lower case; everything else as it is. */
    public static String lowerCase(String text) {
        int first = 0;
        while (first < text.length() && !isUpper(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? text : lowered(text);
    }

    private static String lowered(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(isUpper(c) ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
