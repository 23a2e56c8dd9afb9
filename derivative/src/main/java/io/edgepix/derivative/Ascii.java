package io.edgepix.derivative;

/** Case conversion of ASCII letters only, which needs no Unicode tables. */
public final class Ascii {
    private Ascii() {}

    /** Returns the text with A to Z in lower case and all other characters unchanged. */
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
