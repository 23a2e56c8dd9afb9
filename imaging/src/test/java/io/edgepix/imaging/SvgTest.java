package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgTest implements Contract {
    private static final String CORNERS = """
            <rect width="50" height="30" fill="#f00"/><rect x="50" width="50" height="30" fill="#0f0"/>\
            <rect y="30" width="50" height="30" fill="#00f"/><rect x="50" y="30" width="50" height="30" fill="#fff"/>""";

    private static final String ALL = "<rect width='100%' height='100%' fill='#00f'/>";

    @Override
    public Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    void render_drawing_isTheSamePictureInEveryFormat(Format format) throws Exception {
        decoded(SvgMaker.svg("width='100' height='60'", CORNERS), "50x50", Fit.CONTAIN, format)
                .hasSize(50, 30)
                .showsCorners(40);
    }

    @Test
    void render_emptyPlaces_areTransparentOrTheBackground() throws Exception {
        byte[] svg = SvgMaker.svg("width='40' height='40'", "<circle cx='20' cy='20' r='15' fill='#00f'/>");

        DecodedImage clear = png(svg, "20x20");
        assertThat(clear.alpha(0, 0)).isZero();
        assertThat(clear.alpha(10, 10)).isEqualTo(255);
        decoded(svg, "20x20", Fit.CONTAIN, Format.JPEG)
                .shows(0, 0, Paint.WHITE, 12)
                .shows(10, 10, Paint.BLUE, 8);
    }

    @Test
    void render_withCover_isCutToTheBox() throws Exception {
        decoded(SvgMaker.svg("width='100' height='60'", CORNERS), "20x30", Fit.COVER, Format.PNG)
                .hasSize(20, 30)
                .showsCorners(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='80' height='40'|400x400|CONTAIN|400|200",
                "width='80' height='40'|x400|CONTAIN|800|400",
                "viewBox='0 0 3 2'|300x|CONTAIN|300|200",
                "viewBox='0 0 3 2'|x300|CONTAIN|450|300",
                "viewBox='0 0 1e9 1e9'|30x|CONTAIN|30|30",
                "width='583.029px' height='45.4px'|200x200|CONTAIN|200|16",
                "width='0.3' height='0.2'|300x|CONTAIN|300|200",
                "width='100%' height='100%' viewBox='0 0 80 40'|400x400|CONTAIN|400|200",
                "width='1in' height='48pt'|30x30|CONTAIN|30|20",
                "width='8' height='4'|100x100|COVER|100|100",
                "width='8' height='4'|100x|COVER|100|50",
                "width='8' height='4'|100x100|FILL|100|100",
                "width='8' height='4'|100x100|PAD|100|100",
                "width='8' height='4' viewBox='0 0 2 1'|50x99|FILL|50|99",
                "|300x300|CONTAIN|300|150"
            })
    void render_anyIntrinsicSize_isDrawnAtTheRequestedSize(
            @Nullable String attributes, String box, Fit fit, int width, int height) throws Exception {
        byte[] svg = SvgMaker.svg(attributes == null ? "" : attributes, ALL);

        decoded(svg, box, fit, Format.PNG).hasSize(width, height).shows(width / 2, height / 2, Paint.BLUE, 0);
        assertThat(renderer(ROOMY).dimensions(svg).plan(new RenderRequest(Size.parse(box), fit, Format.PNG, 80, WHITE)))
                .satisfies(plan ->
                        assertThat(Math.max(plan.width(), plan.padWidth())).isEqualTo(width))
                .satisfies(plan ->
                        assertThat(Math.max(plan.height(), plan.padHeight())).isEqualTo(height));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fit.class,
            names = {"CONTAIN", "FILL"})
    void render_enlarged_fillsEveryCornerOfTheBoxSharply(Fit fit) throws Exception {
        DecodedImage decoded = decoded(
                SvgMaker.svg("width='10' height='6' viewBox='0 0 100 60'", CORNERS), "500x300", fit, Format.PNG);

        decoded.hasSize(500, 300).showsCorners(2);
        decoded.shows(249, 149, Paint.RED, 0).shows(250, 149, Paint.GREEN, 0).shows(250, 150, Paint.WHITE, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, RED, BLUE", "100, GREEN, WHITE"})
    void render_enlargedWithCover_keepsTheFocus(int focus, String upper, String lower) throws Exception {
        RenderRequest request =
                new RenderRequest(new Size(100, 200), Fit.COVER, new Focus(focus, 50), Format.PNG, 80, WHITE);

        decoded(SvgMaker.svg("width='10' height='6' viewBox='0 0 100 60'", CORNERS), request)
                .hasSize(100, 200)
                .shows(50, 50, colour(upper), 0)
                .shows(50, 150, colour(lower), 0);
    }

    private static int colour(String name) {
        return switch (name) {
            case "RED" -> Paint.RED;
            case "GREEN" -> Paint.GREEN;
            case "BLUE" -> Paint.BLUE;
            default -> Paint.WHITE;
        };
    }

    @Test
    void render_filled_isStretchedAndPaddedIsNot() throws Exception {
        byte[] svg = SvgMaker.svg("viewBox='0 0 100 60'", CORNERS);

        decoded(svg, "40x400", Fit.FILL, Format.PNG).hasSize(40, 400).showsCorners(4);
        decoded(svg, "40x400", Fit.PAD, Format.PNG).hasSize(40, 400).shows(20, 4, Paint.WHITE, 0);
    }

    @Test
    void render_preserveAspectRatioOfTheViewport_isObeyed() throws Exception {
        byte[] svg = SvgMaker.svg("width='200' height='100' viewBox='0 0 1 1' preserveAspectRatio='xMaxYMid'", ALL);

        DecodedImage decoded = png(svg, "400x").hasSize(400, 200);

        assertThat(decoded.alpha(195, 100)).isZero();
        assertThat(decoded.alpha(205, 100)).isEqualTo(255);
    }

    @Test
    void render_unknownPreserveAspectRatio_keepsTheAspectRatio() throws Exception {
        byte[] svg = SvgMaker.svg("width='200' height='100' viewBox='0 0 1 1' preserveAspectRatio='nonesense'", ALL);

        DecodedImage decoded = png(svg, "200x").hasSize(200, 100);

        assertThat(decoded.alpha(45, 50)).isZero();
        assertThat(decoded.alpha(55, 50)).isEqualTo(255);
        assertThat(decoded.alpha(155, 50)).isZero();
    }

    @Test
    void render_lengthsInside_areOf96DotsAnInch() throws Exception {
        byte[] svg = SvgMaker.svg("width='100' height='100'", "<rect width='13.22mm' height='.5in' fill='#00f'/>");

        DecodedImage decoded = png(svg, "100x");

        assertThat(decoded.alpha(49, 47)).isGreaterThan(200);
        assertThat(decoded.alpha(51, 40)).isZero();
        assertThat(decoded.alpha(40, 49)).isZero();
    }

    @Test
    void render_sizeInAStyle_doesNotCount() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='40' height='20' style='width:5px;height:90%'",
                "<style>svg{width:100%;height:7px}</style>" + ALL);

        png(svg, "80x").hasSize(80, 40).shows(78, 38, Paint.BLUE, 0);
    }

    @Test
    void render_fineLines_areDrawnAtTheSizeOfTheDerivative() throws Exception {
        byte[] svg =
                SvgMaker.svg("width='1000' height='1000'", "<path d='M0 505H1000' stroke='#f00' stroke-width='10'/>");

        DecodedImage decoded = png(svg, "100x100");

        decoded.shows(50, 50, Paint.RED, 0);
        assertThat(decoded.alpha(50, 50)).isEqualTo(255);
        assertThat(decoded.alpha(50, 49)).isZero();
        assertThat(decoded.alpha(50, 51)).isZero();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style='background:#00f'",
                "style='background-color: rgb(0, 0, 255);'",
                "style='background:red;background-color:Blue !important' fill-opacity='.5' stroke='red'",
                "style='background:#00f;background-color:light-dark(#00f, #f00)'",
                "style='--c:#00f;background:var(--c)'",
                "viewBox='-5 -5 1 1' style='background:#00f'",
                "viewBox='5 5 1 3' preserveAspectRatio='xMaxYMin slice' style='background:#00f'",
                "viewBox='5 5 1 3' preserveAspectRatio='none' style='background:#00f'",
            })
    void render_backgroundOfTheRoot_coversTheViewport(String attributes) throws Exception {
        png(SvgMaker.svg("width='40' height='20' " + attributes, ""), "80x")
                .shows(0, 0, Paint.BLUE, 0)
                .shows(79, 0, Paint.BLUE, 0)
                .shows(79, 39, Paint.BLUE, 0)
                .shows(0, 39, Paint.BLUE, 0);
    }

    @Test
    void render_backgroundOfARootWithAPrefixAndNoContent_isDrawn() throws Exception {
        String svg = "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='8' height='8' style='background:#00f'/>";

        png(svg.getBytes(StandardCharsets.UTF_8), "8x").shows(4, 4, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background:none",
                "background:#f00;background-color:transparent",
                "background:url(#a)",
                "background:linear-gradient(red, red)",
                "background:initial",
                "background:nonesuch",
                "background:#12345"
            })
    void render_backgroundWithoutAColour_staysClear(String style) throws Exception {
        byte[] svg = SvgMaker.svg("width='8' height='8' fill='red' style='" + style + "'", "");

        assertThat(png(svg, "8x").alpha(4, 4)).isZero();
    }

    @Test
    void render_backgroundUnderContent_isBehindIt() throws Exception {
        png(SvgMaker.svg("width='100' height='60' style='background:#000'", CORNERS), "50x")
                .showsCorners(4);
    }

    @Test
    void render_choiceOfALanguage_isEnglish() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='8' height='8'",
                "<switch><rect systemLanguage='de' width='8' height='8' fill='#f00'/>" + "<g systemLanguage='en'>" + ALL
                        + "</g><rect width='8' height='8'/></switch>");

        png(svg, "8x").shows(4, 4, Paint.BLUE, 0);
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

    @Test
    void render_everyEncoding_isDrawn() throws Exception {
        String text = new String(SvgMaker.svg("width='8' height='8'", ALL), StandardCharsets.UTF_8);

        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), "8x").shows(4, 4, Paint.BLUE, 0);
        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), "8x").shows(4, 4, Paint.BLUE, 0);
        png(
                        ("<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE svg><!-- \u4E2D -->" + text)
                                .getBytes(StandardCharsets.UTF_16),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
        png(
                        ("<?xml version='1.0' encoding='ISO-8859-1'?><!-- \u00E4 -->" + text)
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
        png(
                        text.replace("<svg xmlns", "<s:svg xmlns='http://www.w3.org/2000/svg' xmlns:s")
                                .replace("</svg", "</s:svg")
                                .getBytes(StandardCharsets.UTF_8),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
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
        assertThat(notices).containsExactly("text left out that is not in the fonts, first U+4E2D (HAN)");
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

        assertThat(notices).containsExactly("text left out that is on a path");
    }

    private static RenderRequest request(String box, Format format) {
        return new RenderRequest(Size.parse(box), Fit.CONTAIN, format, 80, WHITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>:root{--a:#00f}rect{fill:var(--a)}</style><rect width='9' height='9'/>",
                "<style>@media (prefers-color-scheme:dark){:root{--a:#f00}} svg{--a:var(--b);--b:#00f}</style>"
                        + "<rect width='9' height='9' fill='var(--a, red)'/>",
                "<style><![CDATA[/* } */ * { --a : #00f ; }]]></style><rect width='9' height='9' style='fill:var(--a)'/>",
                "<g style='--a:#00f'><rect width='9' height='9' style='fill:var( --a , #f00)'/></g>",
                "<rect width='9' height='9' fill='var(--none, var(--neither, #00f))'/>",
                "<style>.x{--a:#f00}:root{--a:#f00}rect{fill:#00f}.y{fill:var(--a)}</style><rect width='9' height='9'/>",
            })
    void render_customProperties_haveTheirValues(String content) throws Exception {
        png(SvgMaker.svg("width='9' height='9'", content), "9x").shows(4, 4, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transform='scale(.1)' transform-origin='center'",
                "transform='scale(.1)' transform-origin='50 50'",
                "transform='scale(.1)' style='transform-origin:50% 50px'",
                "style='transform:scale(.1);transform-origin:center center'",
                "class='c'",
            })
    void render_transformOrigin_isTheFixedPoint(String attributes) throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='100' height='100'",
                "<style>.c{transform:scale(.1);transform-origin:50% 50%}</style><rect width='100' height='100' fill='#00f' "
                        + attributes + "/>");

        DecodedImage decoded = png(svg, "100x");

        decoded.shows(46, 46, Paint.BLUE, 0).shows(53, 53, Paint.BLUE, 0);
        assertThat(decoded.alpha(40, 40)).isZero();
        assertThat(decoded.alpha(60, 60)).isZero();
    }

    @Test
    void render_compressed_isDrawn() throws Exception {
        byte[] svg = SvgMaker.svg("width='8' height='8'", ALL);

        png(SvgMaker.compressed(svg), "8x").shows(4, 4, Paint.BLUE, 0);
        png(Arrays.copyOf(SvgMaker.compressed(svg), SvgMaker.compressed(svg).length - 8), "8x")
                .shows(4, 4, Paint.BLUE, 0);
        assertThat(renderer(ROOMY).dimensions(SvgMaker.compressed(svg)))
                .isEqualTo(renderer(ROOMY).dimensions(svg));
    }

    @Test
    void render_compressedWithALongPrologue_isDrawn() throws Exception {
        String comment = "<?xml version='1.0'?><!-- " + "a long license ".repeat(20_000) + "-->";
        String svg = comment + new String(SvgMaker.svg("width='8' height='8'", ALL), StandardCharsets.UTF_8);

        png(SvgMaker.compressed(svg.getBytes(StandardCharsets.UTF_8)), "8x").shows(4, 4, Paint.BLUE, 0);
        png(SvgMaker.compressed(svg.getBytes(StandardCharsets.UTF_16)), "8x").shows(4, 4, Paint.BLUE, 0);
    }

    @Test
    void render_truncatedGzip_isBroken() throws Exception {
        byte[] packed = SvgMaker.compressed(SvgMaker.svg("width='8' height='8'", ALL));

        for (int length : new int[] {packed.length / 2, packed.length - 16}) {
            assertThat(refusal(Arrays.copyOf(packed, length), ROOMY).reason())
                    .isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
        }
    }

    @Test
    void render_otherFilesInGzip_areRefusedAsGzip() throws Exception {
        for (byte[] file : new byte[][] {
            FileEdits.ascii("A poem."),
            FileEdits.ascii("<html><svg/></html>"),
            FileEdits.ascii("<!-- ".repeat(8_000_000)),
            new byte[10_000_000],
            {},
            SvgMaker.compressed(new byte[9])
        }) {
            UnrenderableException refusal = refusal(SvgMaker.compressed(file), ROOMY);

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
            assertThat(refusal.sentence()).startsWith("The file is gzip, which");
        }
    }

    @Test
    void render_compressedBomb_isTooLarge() throws Exception {
        byte[] start = SvgMaker.svg("width='8' height='8'", ALL);
        byte[] bomb = SvgMaker.compressed(Arrays.copyOf(start, 40_000_000));

        assertThat(refusal(bomb, ROOMY).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(bomb, ROOMY).sentence()).contains("10000000 bytes");
        assertThat(refusal(bomb, new Limits(1_000_000_000, 4_000_000)).sentence())
                .contains("33554432 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "viewBox='0 0 1 1'|2001x2000|FILL",
                "width='9' height='9'|3000x|CONTAIN",
                "viewBox='0 0 1 9'|x9000|PAD"
            })
    void render_derivativeOfMoreThanThePixelsAllowed_isTooLarge(String attributes, String box, Fit fit) {
        UnrenderableException refusal = catchThrowableOfType(
                UnrenderableException.class, () -> render(SvgMaker.svg(attributes, ALL), box, fit, Format.PNG));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.sentence()).contains("4000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width='1000000000' height='1000000000'",
                "width='1000000000' height='10'",
                "width='2001' height='2000'",
                "width='1e6in' height='1e6in'"
            })
    void render_moreThanTheAllowedPixels_isRefusedBeforeDrawing(String attributes) {
        UnrenderableException refusal = refusal(SvgMaker.svg(attributes, ALL), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.sentence()).contains("4000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='10'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='-4' height='10'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1e999' height='10'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'>\u00FF</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'><rect width='4' height='4'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><a></b></svg>",
                "<svg width='10' height='10'>\0</svg>"
            })
    void render_brokenOrWithoutSize_isBroken(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_pictureInsideTheFile_isDrawn() throws Exception {
        String png = Base64.getEncoder().encodeToString(Originals.png(Paint.plain(4, 4, Paint.RED)));

        png(SvgMaker.svg("width='20' height='20'", SvgMaker.image("data:image/png;base64," + png)), "20x")
                .shows(10, 10, Paint.RED, 0);
    }

    @Test
    void render_bytesAfterTheEnd_areIgnored(@TempDir Path folder) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            Files.write(folder.resolve("red.png"), Originals.png(Paint.plain(4, 4, Paint.RED)));
            Files.writeString(folder.resolve("red.css"), "rect{fill:#f00}");
            Files.write(folder.resolve("red.svg"), SvgMaker.svg("width='20' height='20'", SvgMaker.red("id='a'")));
            String http = "http://localhost:" + server.getAddress().getPort() + "/";
            for (String place : new String[] {folder.toUri().toString(), folder + "/", http, ""}) {
                for (byte[] svg : SvgMaker.reachingOut(place)) {
                    try {
                        DecodedImage decoded = png(svg, "20x");

                        assertThat(decoded.band(10, 10, 16))
                                .as(new String(svg, StandardCharsets.UTF_8))
                                .isZero();
                    } catch (UnrenderableException e) {
                        assertThat(e.reason()).isEqualTo(Reason.BROKEN);
                    }
                }
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void render_hostile_endsAndLeavesTheNextAlone(SvgMaker.Hostile hostile) throws Exception {
        try {
            assertThat(render(hostile.svg(), "100x100", Fit.CONTAIN, Format.WEBP))
                    .isNotEmpty();
        } catch (UnrenderableException e) {
            assertThat(e.reason()).isIn(Reason.BROKEN, Reason.TOO_LARGE);
            assertThat(e.sentence()).doesNotContain("Exception", "vips", "rsvg");
        }

        png(SvgMaker.svg("width='8' height='8'", ALL), "8x").shows(4, 4, Paint.BLUE, 0);
    }

    @Test
    void render_drawingThatTakesMinutes_isRefusedAsTooExpensive() {
        byte[] svg = SvgMaker.Hostile.NESTED_MASKS.svg("width='1000' height='1000'");

        UnrenderableException refusal = catchThrowableOfType(
                UnrenderableException.class, () -> render(svg, "1000x1000", Fit.CONTAIN, Format.PNG));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.sentence()).startsWith("The SVG takes more time or memory");
    }

    @Test
    void render_sliver_isAtLeastOnePixelWide() throws Exception {
        png(SvgMaker.svg("width='3' height='1000'", ALL), "10x10")
                .hasSize(1, 10)
                .shows(0, 5, Paint.BLUE, 0);
    }

    @Test
    void render_moreThanOnce_isTheSame() throws Exception {
        byte[] svg = SvgMaker.svg("width='100' height='60'", CORNERS + "<text y='20'>abc</text>");

        byte[] first = render(svg, "50x50", Fit.CONTAIN, Format.PNG);

        assertThat(render(svg, "50x50", Fit.CONTAIN, Format.PNG)).isEqualTo(first);
    }
}
