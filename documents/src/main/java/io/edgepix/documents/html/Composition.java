package io.edgepix.documents.html;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Composes letters with the marks that follow them, for which fonts have one glyph: か and U+3099 are が. Other
 * characters stay as they are. Full normalization would also replace variants of kanji in names.
 */
final class Composition {
    private static final Pattern MARKED = Pattern.compile("\\p{L}\\p{Mn}{1,8}");

    private Composition() {}

    static String compose(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0300' && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
                return MARKED.matcher(text)
                        .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFC)
                                .replace("\\", "\\\\")
                                .replace("$", "\\$"));
            }
        }
        return text;
    }
}
