package io.edgepix.documents.layout;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places where a line can end: those of Java's BreakIterator, and those between Japanese characters, as
 * browsers do in katakana too. Neither splits a character from the marks that cannot begin or end a line.
 */
final class LineBreaks implements FSTextBreaker {
    private static final String NOT_FIRST = ")]}、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
            + "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!‐゠–〜～‼⁇⁈⁉…‥%％‰℃°′″";
    private static final String NOT_LAST = "([{‘“（〔［｛〈《「『【〘〖〝｟«｢￥＄￡¥$£€№";

    private static final String LAST = "-‐–—\u00AD\u200B";

    /** Longer words, such as digests, are split anywhere, so that a table with one stays on the page. */
    private static final int LONGEST_WORD = 50;

    private final BreakIterator words = BreakIterator.getLineInstance(Locale.JAPANESE);
    private String text = "";
    private int position;
    private int lastBreak;
    private int nextWord;

    @Override
    public void setText(@Nullable String newText) {
        text = newText == null ? "" : newText;
        words.setText(text);
        position = 0;
        lastBreak = 0;
        nextWord = 0;
    }

    @Override
    public int next() {
        while (position < text.length()) {
            position += Character.charCount(text.codePointAt(position));
            while (nextWord >= 0 && nextWord < position) {
                nextWord = words.next();
            }
            if (position >= text.length()) {
                break;
            }
            int before = text.codePointBefore(position);
            int after = text.codePointAt(position);
            boolean japanese = isJapanese(before) || isJapanese(after);
            if (japanese ? isJapaneseBreak(before, after) : isOtherBreak(before, after)) {
                lastBreak = position;
                return position;
            }
        }
        if (position == text.length() && position > 0) {
            position++;
            return text.length();
        }
        return BreakIterator.DONE;
    }

    private boolean isJapaneseBreak(int before, int after) {
        boolean both = isJapanese(before) && isJapanese(after);
        return (both || nextWord == position)
                && NOT_FIRST.indexOf(after) < 0
                && NOT_LAST.indexOf(before) < 0
                && Character.getType(after) != Character.NON_SPACING_MARK;
    }

    /** Tells whether a line can end in other text. Java also splits a.b, a:b and 1-2, but no URL after its slashes. */
    private boolean isOtherBreak(int before, int after) {
        if (before == '/') {
            return Character.isLetter(after);
        }
        if (position - lastBreak >= LONGEST_WORD) {
            return Character.getType(after) != Character.NON_SPACING_MARK;
        }
        if (before == '-' && Character.isDigit(after)) {
            return false;
        }
        return nextWord == position && (Character.isWhitespace(before) || LAST.indexOf(before) >= 0);
    }

    private static boolean isJapanese(int character) {
        return (character >= 0x2E80 && character <= 0x9FFF)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFF00 && character <= 0xFFEF)
                || (character >= 0x20000 && character <= 0x3FFFF);
    }
}
