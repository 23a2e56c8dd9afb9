package io.edgepix.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private final DocumentFixture fixture = new DocumentFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙橋 﨑山太郎 様",
                "㈱塚﨑 ①②③ ㍻ Ⅳ № ℡ 〒123-4567",
                "神神 𠮷野家 葛飾",
                "ｶﾀｶﾅ ＡＢＣ カタカナ ひらがな がぎぐ",
                "「括弧」、句読点。・ー〜…‥",
                "fi ffl office Naïve Ünïcödé Łódź €1.234,50 — “x”",
                "Ελλάδα Россия Tiếng Việt → ↑ ± × ÷",
                "¥1,234 ￥5,678 50% 100℃ <&>\"'",
                "π≒3.14 ☐☑✓✔✕ ∴∵→⇒■◎★"
            })
    void text_isCopiedAsItIsWritten(String text) throws Exception {
        assertThat(fixture.text("<p>{{text}}", quoted(text))).isEqualTo(text);
        assertThat(fixture.text("<p><b>{{text}}</b>", quoted(text))).isEqualTo(text);
    }

    @Test
    void text_ofMarksAfterLetters_isComposed() throws Exception {
        assertThat(fixture.text("<p>か\u3099 e\u0301", "{}")).isEqualTo("が é");
    }

    @Test
    void text_withSelectorsOfVariants_isPrintedWithoutThem() throws Exception {
        assertThat(fixture.text("<p>葛\uDB40\uDD00城市", "{}")).isEqualTo("葛城市");
    }

    @Test
    void character_withoutAGlyph_isAnError() {
        assertThatThrownBy(() -> fixture.render("<p>{{text}}", quoted("Smile 😀!")))
                .isInstanceOf(DocumentException.class)
                .hasMessage("invoices/t.html: 😀 (U+1F600) in '😀!': expected a character of the document's fonts,"
                        + " got one that they lack");
    }

    @ParameterizedTest
    @CsvSource({"\uE000, U+E000", "\uD800, U+D800"})
    void character_ofNoStandard_isAnErrorToo(String character, String code) {
        assertThatThrownBy(() -> fixture.render("<p>{{text}}", quoted("山" + character + "田")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("(" + code + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serif", "monospace", "Courier", "Times", "Comic Sans MS", "Noto Sans JP"})
    void fonts_areEmbeddedAsSubsets(String family) throws Throwable {
        RenderedDocument document = fixture.render(
                "<p style='font-family: \"" + family + "\"'>Latin 日本 <b>bold 太字 <i>italic 斜体</i></b> <i>it</i>");

        DocumentFixture.look(document, pdf -> {
            for (PDFont font : fonts(pdf.getPage(0))) {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans.*");
                assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
            }
        });
        assertThat(document.pdf().length).isLessThan(60_000);
    }

    @Test
    void longWords_breakBeforeThePageEnds() throws Throwable {
        RenderedDocument document = fixture.render("<style>@page{size:60mm 100mm;margin:10mm} body{margin:0}</style><p>"
                + "インターナショナルコミュニケーション、アーキテクチャ<p>" + "w".repeat(60));

        assertThat(DocumentFixture.text(document).lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line)
                        .doesNotStartWith("ー")
                        .doesNotStartWith("、")
                        .doesNotStartWith("ャ")
                        .hasSizeLessThan(20));
    }

    @Test
    void columnsOfATable_areAsWideAsTheirNumbers() throws Exception {
        String text = fixture.text(
                "<style>@page{size:80mm 100mm;margin:5mm}</style><table style='width:100%'><tr><td>"
                        + "インターナショナルコミュニケーションプラットフォーム<td>1,234,567<td>2026-11-30",
                "{}");

        assertThat(text).contains("1,234,567", "2026-11-30");
    }

    @Test
    void pages_haveRunningHeadsCountersAndRepeatedTableHeads() throws Exception {
        String html = """
                <html lang="ja"><title>A &amp; B</title><style>
                @page { @top-left { content: element(head) } @bottom-right { content: counter(page) "/" counter(pages) } }
                #head { position: running(head) }
                </style><div id="head">Running</div>
                <table><thead><tr><th>Column</th></tr></thead>{{#rows}}<tr><td>{{.}}</td></tr>{{/rows}}</table>""";

        RenderedDocument document = fixture.render(html, "{\"rows\": [" + "\"row\",".repeat(89) + "\"last\"]}");

        assertThat(document.pages()).isEqualTo(3);
        String text = DocumentFixture.text(document);
        assertThat(text.split("Column", -1)).hasSize(4);
        assertThat(text.split("Running", -1)).hasSize(4);
        assertThat(text).contains("1/3", "2/3", "3/3", "last");
    }

    @Test
    void contents_showThePagesOfTheirTargets() throws Exception {
        String html =
                "<style>.c:after{content:leader('.') target-counter(attr(href),page)}</style><a class=c href='#x'>Part</a>"
                        + "<p style='page-break-before:always' id=x>x <a href='https://example.com/?a=b&c=d'>link</a>";

        assertThat(fixture.text(html, "{}")).containsPattern("Part +[.]+ 2\nx link");
    }

    @Test
    void document_hasTheTitleAndTheLanguageOfTheHtml() throws Throwable {
        RenderedDocument document = fixture.render("<html lang='ja'><title>請求書 {{n}}</title><p>x", "{\"n\": 7}");

        DocumentFixture.look(document, pdf -> {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("請求書 7");
            assertThat(pdf.getDocumentInformation().getProducer()).isEqualTo("edgepix");
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
        });
    }

    private static List<PDFont> fonts(PDPage page) throws Exception {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : page.getResources().getFontNames()) {
            fonts.add(page.getResources().getFont(name));
        }
        assertThat(fonts).hasSizeGreaterThan(1);
        return fonts;
    }

    private static String quoted(String text) {
        return new Gson().toJson(Map.of("text", text));
    }
}
