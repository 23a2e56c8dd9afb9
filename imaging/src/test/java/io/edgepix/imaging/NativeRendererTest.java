package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.UnrenderableException.Reason;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeRendererTest
        implements RendererContract,
                ManyContract,
                BoxContract,
                ResamplingContract,
                ColourContract,
                OutputContract,
                RefusalContract,
                JpegContract,
                ProgressiveContract,
                PngContract,
                PngColourContract,
                WebpContract,
                GifContract,
                TiffContract,
                BmpContract,
                PsdContract {
    @Override
    public Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void render_toAvifAndBack_isTheSamePicture(boolean alpha) throws Exception {
        BufferedImage image = alpha
                ? Paint.transparent(120, 80, (x, y) -> (x < 60 ? 0xFF : 0x40) << 24 | 0x3060C0)
                : Paint.corners(120, 80);

        byte[] avif = render(Originals.png(image), "60x60", Fit.CONTAIN, Format.AVIF);
        Seen back = png(avif, "60x60").hasSize(60, 40);

        assertThat(new String(avif, 4, 8, StandardCharsets.ISO_8859_1)).isEqualTo("ftypavif");
        assertThat(back.hasAlpha()).isEqualTo(alpha);
        if (alpha) {
            assertThat(back.alpha(50, 20)).isBetween(0x38, 0x48);
            back.shows(10, 20, 0x3060C0, 12);
        } else {
            back.showsCorners(24);
        }
    }

    @Test
    void render_brokenAvif_isBroken() throws Exception {
        byte[] avif = render(Originals.png(Paint.corners(90, 60)), "90x90", Fit.CONTAIN, Format.AVIF);

        assertThat(refusal(Arrays.copyOf(avif, avif.length / 2), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
        assertThat(refusal(Surgery.ascii("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"), ROOMY)
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_svg_isDrawn() throws Exception {
        byte[] svg = Surgery.ascii("""
                <?xml version="1.0"?>
                <!-- a picture -->
                <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">
                  <rect width="40" height="40" fill="#ff0000"/>
                </svg>""");

        Seen seen = png(svg, "40x40").hasSize(40, 20).shows(8, 10, Paint.RED, 1);

        assertThat(seen.alpha(30, 10)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image href='%s' width='40' height='40'/>",
                "<image xlink:href='%s' width='40' height='40'/>",
                "<style>@import url('%s');</style>",
                "<use href='%s#red'/>"
            })
    void render_svgThatRefersToAFile_doesNotReadIt(String reference, @TempDir Path folder) throws Exception {
        Path red = folder.resolve("red.png");
        Files.write(red, Originals.png(Paint.plain(40, 40, Paint.RED)));
        String element = reference.formatted(red.toUri());
        byte[] svg = Surgery.ascii("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " width='40' height='40'><rect width='9' height='9' fill='blue'/>" + element + "</svg>");

        Seen seen = png(svg, "40x40").shows(4, 4, Paint.BLUE, 1);

        assertThat(seen.alpha(30, 30)).isZero();
    }

    @Test
    void render_svgWithAnEntityOfAFile_doesNotReadIt(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "<rect width='40' height='40' fill='red'/>");
        byte[] svg = Surgery.ascii("<!DOCTYPE svg [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                + "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
                + "<rect width='9' height='9' fill='blue'/>&x;</svg>");
        UnrenderableException refusal = refusal(svg, ROOMY);

        if (refusal == null) {
            assertThat(png(svg, "40x40").alpha(30, 30)).isZero();
        } else {
            assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    void render_svgOfTooManyPixels_isRefused() {
        byte[] svg = Surgery.ascii("<svg xmlns='http://www.w3.org/2000/svg' width='30000' height='30000'/>");

        assertThat(refusal(svg, ROOMY).reason()).isEqualTo(Reason.TOO_LARGE);
    }
}
