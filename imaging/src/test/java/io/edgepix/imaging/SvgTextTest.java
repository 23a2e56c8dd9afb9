package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests text in SVGs, its fonts, and lengths that depend on font sizes. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgTextTest implements SvgRendering {
    @Test
    void render_text_isDrawnInTheBundledFont() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='200' height='40'",
                "<text y='30' font-size='30' font-family='Nonesuch'>\u00C5\u0141\u0416\u03A9 text</text>");

        DecodedImage decoded = png(svg, "200x");

        for (int letter = 0; letter < 4; letter++) {
            assertThat(countOpaque(decoded, letter * 20, letter * 20 + 20))
                    .as("letter %d", letter)
                    .isBetween(60, 400);
        }
        assertThat(countOpaque(decoded, 160, 200)).isZero();
    }

    @Test
    void render_textWithoutASize_hasThatOfBrowsers() throws Exception {
        byte[] plain = SvgMaker.svg("width='100' height='30'", "<text y='20'>Text</text>");
        byte[] sized = SvgMaker.svg("width='100' height='30'", "<text y='20' font-size='16'>Text</text>");

        assertThat(render(plain, "100x", Fit.CONTAIN, Format.PNG))
                .isEqualTo(render(sized, "100x", Fit.CONTAIN, Format.PNG));
    }

    @Test
    void render_fontSizeFromAnEntity_isTaken() throws Exception {
        String svg = "<!DOCTYPE svg [<!ENTITY size '30px'>]>"
                + new String(
                        SvgMaker.svg(
                                "width='40' height='8' font-size='&size;'",
                                "<rect width='1em' height='8' fill='#00f'/>"),
                        StandardCharsets.UTF_8);

        DecodedImage decoded = png(svg.getBytes(StandardCharsets.UTF_8), "40x");

        decoded.shows(29, 4, Paint.BLUE, 0);
        assertThat(decoded.alpha(30, 4)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|16", "font-size='10'|10", "class='c'|20", "style='font:30px serif'|30"})
    void render_lengthsInEm_areOfTheFontOfTheRoot(String attributes, int edge) throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='40' height='40' " + attributes.replace("''", ""),
                "<style>.c{font-size:20px}</style><rect width='1em' height='2ex' fill='#00f'/>");

        DecodedImage decoded = png(svg, "40x");

        decoded.shows(edge - 1, 1, Paint.BLUE, 0);
        assertThat(decoded.alpha(edge, 1)).isZero();
    }

    @Test
    void render_otherScripts_areSpacesAndNoted() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='200' height='40'",
                "<title>\u4E2D</title><text y='30' font-size='30'>&#x4E2D;<![CDATA[\u6587]]>\u0634<tspan>\uD83D\uDE00"
                        + "</tspan></text>");
        List<String> notices = new ArrayList<>();

        byte[] png = renderer(ROOMY)
                .renderAll(svg, List.of(request("200x", Format.PNG)), notice -> notices.add(notice.text()))
                .getFirst();

        assertThat(countOpaque(DecodedImage.in(png), 0, 200)).isZero();
        assertThat(notices).containsExactly("left out characters that no font has, first U+4E2D (HAN)");
    }

    @Test
    void render_lettersNextToOtherScripts_areDrawnWithTheirMarks() throws Exception {
        byte[] mixed = SvgMaker.svg("width='200' height='40'", "<text y='30' font-size='30'>\u4E2Dcafe\u0301</text>");
        byte[] plain = SvgMaker.svg("width='200' height='40'", "<text y='30' font-size='30'>\u00A0caf\u00E9</text>");

        assertThat(render(mixed, "200x", Fit.CONTAIN, Format.PNG))
                .isEqualTo(render(plain, "200x", Fit.CONTAIN, Format.PNG));
    }

    @Test
    void render_textOnAPath_isLeftOutAndNoted() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='20' height='20'",
                "<path id='p' d='M0 9H20'/><text><textPath xlink:href='#p'>a</textPath></text>");
        List<String> notices = new ArrayList<>();

        renderer(ROOMY).renderAll(svg, List.of(request("20x", Format.PNG)), notice -> notices.add(notice.text()));

        assertThat(notices).containsExactly("left out text on a path");
    }

    private static RenderRequest request(String box, Format format) {
        return new RenderRequest(Size.parse(box), Fit.CONTAIN, format, 80, WHITE);
    }

    private static int countOpaque(DecodedImage decoded, int from, int to) {
        int countOpaque = 0;
        for (int y = 0; y < decoded.height(); y++) {
            for (int x = from; x < to; x++) {
                countOpaque += decoded.alpha(x, y) > 128 ? 1 : 0;
            }
        }
        return countOpaque;
    }
}
