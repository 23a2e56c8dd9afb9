package io.edgepix.documents.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {
    @ParameterizedTest
    @CsvSource({
        "日本語,日|本|語",
        "インターネット,イ|ン|ター|ネッ|ト",
        "「はい」。,「は|い」。",
        "（株）髙橋,（株）|髙|橋",
        "見て、…ね,見|て、…|ね",
        "hello world,hello |world",
        "a日b,a|日|b",
        "金￥100円,金|￥100|円",
        "𠮷野家,𠮷|野|家",
        "10%です,10%|で|す",
        "http://example.com/path 2026/11/30,http://|example.com/|path |2026/11/30",
        "well-known 1.5 -3 03-1234-5678,well-|known |1.5 |-3 |03-1234-5678",
        "か゛な,か゛|な",
        "0123456789012345678901234567890123456789012345678901234,01234567890123456789012345678901234567890123456789|01234"
    })
    void lines_endWhereJapaneseAllowsIt(String text, String parts) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        StringBuilder found = new StringBuilder();
        int start = 0;
        for (int end = breaks.next(); end >= 0; end = breaks.next()) {
            found.append(start == 0 ? "" : "|").append(text, start, end);
            start = end;
        }

        assertThat(found).hasToString(parts);
        assertThat(start).isEqualTo(text.length());
    }
}
