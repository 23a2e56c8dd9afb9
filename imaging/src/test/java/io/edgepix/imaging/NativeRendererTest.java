package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.AllContracts;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.ArithmeticJpeg;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.TurboJpeg;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeRendererTest implements AllContracts {
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
        DecodedImage back = png(avif, "60x60").hasSize(60, 40);

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
    void render_arithmeticJpegOfEachColour_isTheSamePicture() throws Exception {
        for (int format : new int[] {TurboJpeg.GREY, TurboJpeg.RGB, TurboJpeg.CMYK}) {
            int[] samples = new int[40 * 20 * TurboJpeg.bands(format)];
            Arrays.setAll(samples, i -> i / TurboJpeg.bands(format) * 7 / 40 + 30 * (i % TurboJpeg.bands(format)));
            byte[] huffman = TurboJpeg.encode(samples, 40, 20, format, 8, Map.of());
            byte[] arithmetic = TurboJpeg.encode(samples, 40, 20, format, 8, Map.of(TurboJpeg.ARITHMETIC, 1));

            assertThat(JpegHeader.read(arithmetic).process()).isEqualTo(0xC9);
            assertThat(renderer(ROOMY).dimensions(arithmetic)).isEqualTo(new Dimensions(40, 20));
            assertThat(png(arithmetic, "40x").likenessTo(png(huffman, "40x"))).isGreaterThan(45);
        }
    }

    @Test
    void dimensions_ofAnArithmeticJpeg_obeyTheLimits() {
        Limits few = new Limits(10_000, 80 * 40 - 1);
        for (byte[] original : List.of(ArithmeticJpeg.SEQUENTIAL, ArithmeticJpeg.PROGRESSIVE)) {
            UnrenderableException refusal = catchThrowableOfType(
                    UnrenderableException.class, () -> renderer(few).dimensions(original));

            assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refusal(original, few).reason()).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void render_truncatedArithmeticJpeg_isBroken() {
        for (byte[] original : List.of(ArithmeticJpeg.SEQUENTIAL, ArithmeticJpeg.PROGRESSIVE)) {
            for (int length = original.length - 1; length > original.length / 2; length -= 9) {
                assertThat(refusal(Arrays.copyOf(original, length), ROOMY).reason())
                        .isEqualTo(Reason.BROKEN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG", "AVIF"})
    void render_arithmeticJpeg_isTheSamePicture(Format format) throws Exception {
        for (byte[] original : List.of(ArithmeticJpeg.SEQUENTIAL, ArithmeticJpeg.PROGRESSIVE)) {
            byte[] derivative = render(original, "40x40", Fit.CONTAIN, format);

            png(derivative, "40x40").hasSize(40, 20).showsCorners(40);
        }
    }

    @Test
    void render_brokenAvif_isBroken() throws Exception {
        byte[] avif = render(Originals.png(Paint.corners(90, 60)), "90x90", Fit.CONTAIN, Format.AVIF);

        assertThat(refusal(Arrays.copyOf(avif, avif.length / 2), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
        assertThat(refusal(FileEdits.ascii("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"), ROOMY)
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_toAvif_leavesNoMetadata() throws Exception {
        byte[] avif = render(Originals.png(Paint.corners(90, 60)), "90x90", Fit.CONTAIN, Format.AVIF);

        assertThat(new String(avif, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "mime", "xmp");
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    void render_webpWhoseHeaderFollowsItsData_showsNothingElse(Format format) throws Exception {
        byte[] small = Originals.webp(Paint.plain(16, 16, Paint.RED), false);
        byte[] extended = FileEdits.webpWithExif(small, 1000, 1000, 1);
        byte[] header = Arrays.copyOfRange(extended, 12, 30);
        byte[] forged = FileEdits.join(small, header);
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(4, forged.length - 8);

        assertThat(catchThrowableOfType(
                                UnrenderableException.class, () -> render(forged, "500x500", Fit.CONTAIN, format))
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_kindsThatNativeCodeDoesNotSupport_areReported() throws Exception {
        byte[] deep = PngMaker.png(8, 8, PngMaker.GREY, 16, false, new byte[0], (x, y) -> new int[] {x * 99});

        assertThat(notices(Originals.png(Paint.shades(8, 8)))).isEmpty();
        assertThat(notices(deep)).containsExactly("left to the portable renderer: PNG has 16 bits per sample");
        assertThat(notices(Originals.write(Paint.shades(8, 8), "bmp"))).isEmpty();
    }

    @Test
    void render_anOriginalOnWhichNativeCodeFails_isReportedIfItIsRendered() throws Exception {
        byte[] wide = PngMaker.png(70_000, 1, PngMaker.RGB, 8, true, new byte[0], (x, y) -> new int[] {x & 0xFF, 0, 0});

        assertThat(notices(wide)).singleElement().asString().startsWith("left to the portable renderer: native code");
    }

    private List<String> notices(byte[] original) throws UnrenderableException {
        List<String> notices = new ArrayList<>();
        RenderRequest request = new RenderRequest(new Size(7_000, 0), Fit.CONTAIN, Format.JPEG, 80, WHITE);
        renderer(ROOMY).renderAll(original, List.of(request), notice -> notices.add(notice.text()));
        return notices;
    }

    @Test
    void render_pngWiderThanAJpegMayBe_isThePicture() throws Exception {
        decoded(Originals.png(Paint.plain(70_000, 1, Paint.RED)), "7000x", Fit.CONTAIN, Format.JPEG)
                .hasSize(7000, 1)
                .shows(3500, 0, Paint.RED, 4);
    }

    @ParameterizedTest
    @CsvSource({
        // line, background
        "FF2020, 000000",
        "2020FF, 000000",
        "FF2020, FFFFFF",
        "0000FF, FFFFFF",
        "FF2020, 0000FF",
    })
    void render_thinSaturatedLines_keepTheirColour(String line, String ground) throws Exception {
        int on = 0xFF000000 | HexFormat.fromHexDigits(line);
        int off = 0xFF000000 | HexFormat.fromHexDigits(ground);
        BufferedImage lines = Paint.opaque(600, 150, (x, y) -> x % 14 < 2 || (x + 3 * y) % 41 < 2 ? on : off);
        for (int share : new int[] {1, 2}) {
            byte[] original = JpegMaker.jpeg(lines, share, share, 0, false);
            DecodedImage whole = decoded(original, "300x", Fit.CONTAIN, Format.PNG);
            for (Format format : share == 1 ? List.of(Format.WEBP, Format.JPEG) : List.of(Format.JPEG)) {
                RenderRequest request = new RenderRequest(Size.parse("300x"), Fit.CONTAIN, format, 80, WHITE);
                assertMeansAlike(decoded(original, request), whole, on);
            }
        }
    }

    /**
     * Compares the means of the pixels that are nearer to the colour of the lines than to the background, by channel.
     */
    private static void assertMeansAlike(DecodedImage decoded, DecodedImage whole, int colour) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < whole.width() * whole.height(); i++) {
                int x = i % whole.width();
                int y = i / whole.width();
                int apart = 0;
                for (int band = 16; band >= 0; band -= 8) {
                    apart = Math.max(apart, Math.abs(whole.band(x, y, band) - (colour >> band & 0xFF)));
                }
                if (apart < 128) {
                    sum += decoded.band(x, y, shift) - whole.band(x, y, shift);
                    count++;
                }
            }
            assertThat(sum / count).as("off in %d", shift).isBetween(-13.0, 13.0);
        }
    }
}
