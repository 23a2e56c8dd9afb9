package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.likeness.LumaLikeness;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the effort of a request changes: the bytes of JPEG and AVIF, but not what they show. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeEffortTest {
    private static final Effort MOZJPEG = new Effort(true, 4);
    private static final int PROGRESSIVE = 0xC2;
    private static final int BASELINE = 0xC0;

    private final Renderer renderer = NativeRenderer.find(Contract.ROOMY).orElseThrow();

    /** Returns soft shades with grain, like a photograph. */
    private static BufferedImage photograph() {
        Random random = new Random(7);
        return Paint.opaque(600, 400, (x, y) -> {
            double light =
                    110 + 60 * Math.sin(x / 37.0 + y / 90.0) + 40 * Math.cos(y / 23.0) + random.nextGaussian(0, 6);
            return level(light) << 16 | level(0.8 * light + 20) << 8 | level(200 - 0.6 * light);
        });
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private byte[] jpeg(byte[] original, String size, int quality, Effort effort) throws Exception {
        return renderer.render(original, request(size, Format.JPEG, quality).with(effort));
    }

    private static RenderRequest request(String size, Format format, int quality) {
        return new RenderRequest(Size.parse(size), Fit.CONTAIN, format, quality, 0x20C040);
    }

    /** Returns the quantisation of luma. */
    private static byte[] table(byte[] jpeg) {
        int start = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xDB) + 5;
        return Arrays.copyOfRange(jpeg, start, start + 64);
    }

    /** Returns the sampling factors of luma, each in four bits. */
    private static int sampling(byte[] jpeg) throws Exception {
        int frame = FileEdits.indexOf(
                jpeg, (byte) 0xFF, (byte) JpegHeader.read(jpeg).process());
        return jpeg[frame + 11];
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 92})
    void render_withMozjpeg_isProgressiveWithAnotherTable(int quality) throws Exception {
        byte[] original = Originals.jpeg(photograph());
        byte[] plain = jpeg(original, "300x", quality, Effort.DEFAULT);
        byte[] slow = jpeg(original, "300x", quality, MOZJPEG);

        assertThat(JpegHeader.read(plain).process()).isEqualTo(BASELINE);
        assertThat(JpegHeader.read(slow).process()).isEqualTo(PROGRESSIVE);
        assertThat(table(slow)).isNotEqualTo(table(plain));
        assertThat(sampling(slow)).isEqualTo(sampling(plain));
        assertThat(slow).hasSizeLessThan(plain.length);
        DecodedImage.in(slow).hasSize(300, 200);
        assertThat(DecodedImage.in(slow).likenessTo(DecodedImage.in(plain))).isGreaterThan(32);
    }

    @Test
    void render_withMozjpegAtEqualLikeness_isSmaller() throws Exception {
        BufferedImage photograph = photograph();
        byte[] original = Originals.png(photograph);
        byte[] plain = jpeg(original, "300x", 80, Effort.DEFAULT);
        double wanted = LumaLikeness.of(DecodedImage.in(plain), photograph);
        int quality = 60;
        byte[] slow = jpeg(original, "300x", quality, MOZJPEG);
        while (LumaLikeness.of(DecodedImage.in(slow), photograph) < wanted) {
            quality++;
            slow = jpeg(original, "300x", quality, MOZJPEG);
        }

        assertThat(slow).hasSizeLessThan(plain.length);
    }

    @Test
    void render_cornersWithMozjpeg_areUprightAndInTheirColours() throws Exception {
        BufferedImage corners = Paint.corners(400, 200);
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] original = FileEdits.jpegWithExif(Originals.jpeg(Paint.stored(corners, orientation)), orientation);

            DecodedImage.in(jpeg(original, "100x", 85, MOZJPEG))
                    .hasSize(100, 50)
                    .showsCorners(24);
        }
    }

    @Test
    void render_greyWithMozjpeg_hasOneComponent() throws Exception {
        BufferedImage grey = Paint.opaque(300, 200, (x, y) -> (40 + x / 2) * 0x10101);
        for (byte[] original : List.of(
                Originals.png(grey),
                Originals.jpeg(grey),
                Originals.jpeg(Originals.drawn(grey, BufferedImage.TYPE_BYTE_GRAY)))) {
            byte[] derivative = jpeg(original, "150x", 85, MOZJPEG);

            assertThat(JpegHeader.read(derivative).components()).isEqualTo(1);
            DecodedImage.in(derivative).hasSize(150, 100).shows(75, 50, 0x737373, 3);
        }
    }

    @Test
    void render_transparentWithMozjpeg_showsTheBackground() throws Exception {
        byte[] original = Originals.png(Paint.transparent(80, 80, (x, y) -> x < 40 ? Paint.RED : 0));

        DecodedImage decoded = DecodedImage.in(jpeg(original, "40x40", 95, MOZJPEG));

        decoded.shows(8, 20, Paint.RED, 16).shows(32, 20, 0x20C040, 16);
    }

    @Test
    void render_cmykWithMozjpeg_isInItsColours() throws Exception {
        byte[] original = Originals.fourSampleJpeg(40, 40, 0, 255, 255, 255);

        DecodedImage.in(jpeg(original, "20x20", 90, MOZJPEG)).shows(10, 10, 0x0099E3, 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "1000x7", "7x1000", "3000x2"})
    void render_oddDimensionsWithMozjpeg_areKept(String size) throws Exception {
        Size dimensions = Size.parse(size);
        byte[] original = Originals.png(Paint.shades(dimensions.width(), dimensions.height()));

        DecodedImage.in(jpeg(original, size, 85, MOZJPEG)).hasSize(dimensions.width(), dimensions.height());
    }

    @Test
    void render_paddedWithMozjpeg_hasABorder() throws Exception {
        byte[] original = Originals.jpeg(Paint.plain(200, 100, Paint.BLUE));
        RenderRequest padded = new RenderRequest(new Size(60, 60), Fit.PAD, Format.JPEG, 90, 0x20C040);

        DecodedImage decoded = DecodedImage.in(renderer.render(original, padded.with(MOZJPEG)));

        decoded.hasSize(60, 60).shows(30, 30, Paint.BLUE, 12).shows(30, 4, 0x20C040, 12);
    }

    /** Half the resolution of chroma would lose the colour of thin lines. */
    @Test
    void render_thinRedLinesWithMozjpeg_keepTheirChroma() throws Exception {
        byte[] original = Originals.png(Paint.opaque(200, 200, (x, y) -> x % 4 == 0 ? Paint.RED : Paint.WHITE));

        assertThat(sampling(jpeg(original, "200x", 80, MOZJPEG)))
                .isEqualTo(sampling(jpeg(original, "200x", 80, Effort.DEFAULT)))
                .isEqualTo(0x11);
    }

    @Test
    void render_avifWithMoreEffort_isAnotherFileOfTheSamePicture() throws Exception {
        byte[] original = Originals.png(photograph());
        RenderRequest request = request("120x", Format.AVIF, 60);

        byte[] fast = renderer.render(original, request.with(new Effort(false, 0)));
        byte[] usual = renderer.render(original, request);
        byte[] slow = renderer.render(original, request.with(new Effort(true, 6)));

        assertThat(usual).isNotEqualTo(fast).isNotEqualTo(slow);
        for (byte[] avif : List.of(fast, usual, slow)) {
            byte[] back = renderer.render(avif, request("120x", Format.PNG, 90));
            assertThat(LumaLikeness.of(DecodedImage.in(back).hasSize(120, 80), photograph()))
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void render_avifWithMoreEffort_isSmallerAndNoLessSimilar() throws Exception {
        byte[] original = Originals.png(photograph());
        RenderRequest request = request("120x", Format.AVIF, 60);
        byte[] fast = renderer.render(original, request.with(new Effort(false, 0)));
        byte[] slow = renderer.render(original, request.with(new Effort(false, 6)));

        assertThat(slow).hasSizeLessThan(fast.length);
        assertThat(likeness(slow)).isGreaterThanOrEqualTo(likeness(fast));
    }

    private double likeness(byte[] avif) throws Exception {
        byte[] back = renderer.render(avif, request("120x", Format.PNG, 90));
        return LumaLikeness.of(DecodedImage.in(back).hasSize(120, 80), photograph());
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "PNG", "GIF"})
    void render_otherFormats_areTheSameWithAnyEffort(Format format) throws Exception {
        byte[] original = Originals.jpeg(photograph());
        RenderRequest request = request("90x", format, 80);

        assertThat(renderer.render(original, request.with(new Effort(true, 9))))
                .isEqualTo(renderer.render(original, request));
    }

    @Test
    void render_jpegByThePortableRenderer_isTheSameWithAnyEffort() throws Exception {
        Renderer portable = new PortableRenderer(Contract.ROOMY);
        byte[] original = Originals.jpeg(photograph());
        RenderRequest request = request("90x", Format.JPEG, 80);

        assertThat(portable.render(original, request.with(MOZJPEG))).isEqualTo(portable.render(original, request));
    }
}
