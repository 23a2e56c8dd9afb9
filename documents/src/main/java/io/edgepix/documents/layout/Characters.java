package io.edgepix.documents.layout;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the ends of characters, for words that are longer than a line. */
final class Characters implements FSTextBreaker {
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPANESE);

    @Override
    public void setText(@Nullable String text) {
        characters.setText(text == null ? "" : text);
    }

    @Override
    public int next() {
        return characters.next();
    }
}
