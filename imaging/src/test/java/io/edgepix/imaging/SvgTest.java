package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.UnrenderableException.Reason;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
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
        seen(SvgMaker.svg("width='100' height='60'", CORNERS), "50x50", Fit.CONTAIN, format)
                .hasSize(50, 30)
                .showsCorners(40);
    }

    @Test
    void render_emptyPlaces_areTransparentOrTheBackground() throws Exception {
        byte[] svg = SvgMaker.svg("width='40' height='40'", "<circle cx='20' cy='20' r='15' fill='#00f'/>");

        Seen clear = png(svg, "20x20");
        assertThat(clear.alpha(0, 0)).isZero();
        assertThat(clear.alpha(10, 10)).isEqualTo(255);
        seen(svg, "20x20", Fit.CONTAIN, Format.JPEG)
                .shows(0, 0, Paint.WHITE, 12)
                .shows(10, 10, Paint.BLUE, 8);
    }

    @Test
    void render_withCover_isCutToTheBox() throws Exception {
        seen(SvgMaker.svg("width='100' height='60'", CORNERS), "20x30", Fit.COVER, Format.PNG)
                .hasSize(20, 30)
                .showsCorners(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='80' height='40'|80|40",
                "viewBox='0 0 80 40'|80|40",
                "width='100%' height='100%' viewBox='0 0 80 40'|80|40",
                "width='40' viewBox='0 0 80 40'|40|20",
                "width='1in' height='0.5in'|72|36",
                "width='10.4' height='20.6'|10|21"
            })
    void render_withoutBoxToFit_hasItsOwnSizeAndNoMore(String attributes, int width, int height) throws Exception {
        png(SvgMaker.svg(attributes, ALL), "400x400").hasSize(width, height);
    }

    @Test
    void render_fineLines_areDrawnAtTheSizeOfTheDerivative() throws Exception {
        byte[] svg =
                SvgMaker.svg("width='1000' height='1000'", "<path d='M0 505H1000' stroke='#f00' stroke-width='10'/>");

        Seen seen = png(svg, "100x100");

        seen.shows(50, 50, Paint.RED, 0);
        assertThat(seen.alpha(50, 50)).isEqualTo(255);
        assertThat(seen.alpha(50, 49)).isZero();
        assertThat(seen.alpha(50, 51)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1000, 333, 64", "1000, 340, 64", "340, 1000, 64", "501, 499, 100", "1920, 1080, 368"})
    void scale_ofEveryShape_givesTheSidesOfTheDerivative(int width, int height, int box) {
        Frame frame = Frame.of(
                new Header(width, height, Orientation.UPRIGHT),
                new RenderRequest(new Size(box, box), Fit.CONTAIN, Format.PNG, 80, WHITE));

        double scale = SvgDecoder.scale(width, height, frame.shrink());

        assertThat(Math.max(1, Math.round(width * scale))).isEqualTo(frame.width());
        assertThat(Math.max(1, Math.round(height * scale))).isEqualTo(frame.height());
    }

    @Test
    void render_text_isDrawnInTheFontThatComesAlong() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='200' height='40'",
                "<text y='30' font-size='30' font-family='Nonesuch'>\u00C5\u0141\u0416\u03A9 text</text>");

        Seen seen = png(svg, "200x");

        for (int letter = 0; letter < 4; letter++) {
            assertThat(ink(seen, letter * 20, letter * 20 + 20))
                    .as("letter %d", letter)
                    .isBetween(60, 400);
        }
        assertThat(ink(seen, 160, 200)).isZero();
    }

    private static int ink(Seen seen, int from, int to) {
        int ink = 0;
        for (int y = 0; y < seen.height(); y++) {
            for (int x = from; x < to; x++) {
                ink += seen.alpha(x, y) > 128 ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void render_everyEncoding_isDrawn() throws Exception {
        String text = new String(SvgMaker.svg("width='8' height='8'", ALL), StandardCharsets.UTF_8);

        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), "8x").shows(4, 4, Paint.BLUE, 0);
        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), "8x").shows(4, 4, Paint.BLUE, 0);
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
    void render_compressed_isRefusedAsGzip() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(SvgMaker.svg("width='8' height='8'", ALL));
        }

        assertThat(refusal(compressed.toByteArray(), ROOMY).sentence()).startsWith("The file is gzip, which");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width='1000000000' height='1000000000'",
                "width='1000000000' height='10'",
                "width='2001' height='2000'",
                "viewBox='0 0 1e9 1e9'"
            })
    void render_moreThanThePixelsAllowed_isRefusedBeforeItIsDrawn(String attributes) {
        UnrenderableException refusal = refusal(SvgMaker.svg(attributes, ALL), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.sentence()).contains("4000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='10'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'><rect width='4' height='4'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><a></b></svg>",
                "<svg width='10' height='10'>\0</svg>"
            })
    void render_brokenOrWithoutSize_isBroken(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_pictureInsideTheFile_isDrawn() throws Exception {
        String png = Base64.getEncoder().encodeToString(Originals.png(Paint.plain(4, 4, Paint.RED)));

        png(SvgMaker.svg("width='20' height='20'", SvgMaker.image("data:image/png;base64," + png)), "20x")
                .shows(10, 10, Paint.RED, 0);
    }

    @Test
    void render_whatLiesOutside_isNotLookedAt(@TempDir Path folder) throws Exception {
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
                        Seen seen = png(svg, "20x");

                        assertThat(seen.band(10, 10, 16))
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
    void render_drawingThatTakesMinutes_isRefusedAsTooMuch() {
        byte[] svg = SvgMaker.Hostile.NESTED_MASKS.svg("width='1000' height='1000'");

        UnrenderableException refusal = catchThrowableOfType(
                UnrenderableException.class, () -> render(svg, "1000x1000", Fit.CONTAIN, Format.PNG));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.sentence()).startsWith("The SVG takes more time or memory");
    }

    @Test
    void render_sliver_isDrawnThinnerThanItsScaleSays() throws Exception {
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
