package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests SVGs that are broken, too large, hostile, or that refer to other files. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgRefusalTest implements SvgRendering {
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
    void render_referencesOutsideTheFile_areNotFollowed(@TempDir Path folder) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
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
            assertThat(requests).hasValue(0);
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
        assertThat(refusal.sentence()).startsWith("Drawing the SVG takes more time or memory");
    }
}
