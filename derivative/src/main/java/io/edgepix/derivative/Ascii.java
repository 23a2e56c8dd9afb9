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

    /**
     * Tells whether a word starts at an index of a text, in any case.
     *
     * @param word in lower case
     */
    public static boolean startsWith(String text, int from, String word) {
        if (from + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(from + i);
            if ((isUpper(c) ? c + ('a' - 'A') : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String lowered(String text) {
        Text lower = new Text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.add(isUpper(c) ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
