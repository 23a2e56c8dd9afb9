package io.edgepix.derivative;

/** ASCII case, without the tables of every other script. */
public final class Ascii {
    private Ascii() {}

    /** The text with A to Z in lower case; everything else as it is. */
    public static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
