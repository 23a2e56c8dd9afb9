package io.edgepix.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class FontFaceTest {
    private static final String HTML =
            "<style>@font-face{font-family:Own;src:url(own.ttf)} p{font-family:own}</style>" + "<p>Latin 日本 fi";
    private static final String GOT =
            "invoices/t.html: invoices/own.ttf: expected a TrueType font (.ttf) that can be embedded, got ";

    private final DocumentFixture fixture = new DocumentFixture();
    private final ByteBuffer font = ByteBuffer.wrap(DocumentFixture.font("noto-sans-700.ttf"));

    FontFaceTest() throws IOException {}

    @Test
    void fontOfTheBucket_isEmbedded() throws Throwable {
        fixture.put("invoices/own.ttf", font.array());

        RenderedDocument document = fixture.render(HTML);

        assertThat(DocumentFixture.text(document)).isEqualTo("Latin 日本 fi");
        DocumentFixture.look(
                document,
                pdf -> assertThat(pdf.getPage(0).getResources().getFontNames())
                        .extracting(name -> pdf.getPage(0)
                                .getResources()
                                .getFont(name)
                                .getName()
                                .substring(7))
                        .containsExactlyInAnyOrder("NotoSans-Bold", "NotoSansJP-Regular"));
    }

    @Test
    void fontThatNoTextUses_isNotRead() throws Exception {
        assertThat(fixture.text(HTML.replace("p{font-family:own}", ""), "{}")).isEqualTo("Latin 日本 fi");
        assertThat(fixture.read()).doesNotContain("invoices/own.ttf");
    }

    @Test
    void rule_withoutATrueTypeFont_isAnError() {
        assertThatThrownBy(() -> fixture.render("<style>@font-face{font-family:Own;src:local(Arial)}</style>"))
                .hasMessage("invoices/t.html: @font-face Own: expected src: url() of a TrueType font, got none");
    }

    @Test
    void otherKindsOfFonts_areNamed() {
        refuses(at -> font.put(0, "wOF2".getBytes(StandardCharsets.US_ASCII)), "WOFF2");
        refuses(at -> font.put(0, "OTTO".getBytes(StandardCharsets.US_ASCII)), "an OpenType font with CFF outlines");
        refuses(at -> font.putInt(0, 0xCAFEBABE), "another kind of file");
    }

    @Test
    void font_whoseLicenceForbidsEmbedding_isRefused() {
        refuses(at -> font.putShort(at + 8, (short) 2), "OS/2", "a font whose licence forbids it");
    }

    @Test
    void font_withoutASubset_isRefused() {
        refuses(at -> font.putShort(at + 8, (short) 0x100), "OS/2", "a font whose licence forbids it");
    }

    @Test
    void tables_thatClaimTooMuch_areRefusedUnread() {
        int entry = entry("glyf");
        font.putInt(entry + 12, 0x7FFFFFFF);
        refuses(at -> {}, "a broken file: its table glyf is longer than the file");
    }

    @Test
    void characterMap_withOverlappingRanges_isRefused() {
        refuses(
                at -> {
                    int subtable = at + font.getInt(at + 8);
                    font.putShort(subtable, (short) 12);
                    font.putInt(subtable + 12, 2);
                    for (int group = 0; group < 2; group++) {
                        font.putInt(subtable + 16 + group * 12, 0);
                        font.putInt(subtable + 20 + group * 12, 0x10FFFF);
                    }
                },
                "cmap",
                "a broken file: its character map is wrong");
    }

    @Test
    void tables_ofNoise_areRefused() {
        refuses(
                at -> {
                    for (int i = 0; i < 36; i++) {
                        font.put(at + i, (byte) 0xFF);
                    }
                },
                "maxp",
                "a broken file");
    }

    private void refuses(IntConsumer edit, String table, String got) {
        edit.accept(font.getInt(entry(table) + 8));
        refuses(at -> {}, got);
    }

    private void refuses(IntConsumer edit, String got) {
        edit.accept(0);
        fixture.put("invoices/own.ttf", font.array());
        assertThatThrownBy(() -> fixture.render(HTML)).hasMessage(GOT + got);
    }

    private int entry(String table) {
        int entry = 12;
        byte[] tag = new byte[4];
        font.get(entry, tag);
        while (!new String(tag, StandardCharsets.US_ASCII).equals(table)) {
            entry += 16;
            font.get(entry, tag);
        }
        return entry;
    }
}
