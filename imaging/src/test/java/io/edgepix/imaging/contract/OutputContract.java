package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the aspects of encoded derivatives that matter to viewers and their bandwidth. */
public interface OutputContract extends Contract {
    int JFIF_END = 20;

    @ParameterizedTest
    @CsvSource({"1, 0x22", "10, 0x22", "80, 0x22", "89, 0x22", "90, 0x11", "100, 0x11"})
    default void render_jpeg_isBaselineWithChromaByItsQuality(int quality, byte sampling) throws Exception {
        byte[] original = Originals.png(Paint.shades(200, 100));
        byte[] jpeg = renderer(ROOMY)
                .render(original, new RenderRequest(new Size(100, 0), Fit.CONTAIN, Format.JPEG, quality, WHITE));
        int frame = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);

        assertThat(jpeg[frame + 4]).as("bits").isEqualTo((byte) 8);
        assertThat(jpeg[frame + 9]).as("components").isEqualTo((byte) 3);
        assertThat(jpeg[frame + 11]).as("luma samples to one of chroma").isEqualTo(sampling);
        assertThat(jpeg[18]).as("width of JFIF's thumbnail").isZero();
        assertThat(jpeg[19]).as("height of JFIF's thumbnail").isZero();
        assertThat(jpeg[JFIF_END + 1]).as("table after JFIF").isEqualTo((byte) 0xDB);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 2", "4, 1"})
    default void render_jpegToFineJpeg_hasChromaForEveryPixel(int across, int down) throws Exception {
        byte[] original = JpegMaker.jpeg(Paint.shades(203, 101), across, down, 0, false);
        for (String size : new String[] {"203x", "101x", "33x"}) {
            byte[] jpeg = render(original, size, Fit.CONTAIN, Format.JPEG);
            int frame = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);

            assertThat(jpeg[frame + 11]).isEqualTo((byte) 0x11);
            int width = DecodedImage.in(jpeg).width();
            assertThat(DecodedImage.in(jpeg)
                            .differenceFrom(
                                    Paint.shades(width, DecodedImage.in(jpeg).height())))
                    .isLessThan(6);
        }
    }

    /** The picture has strokes of one pixel, in a colour that subsampled chroma washes out. */
    @Test
    default void render_colouredStrokesToFineJpeg_keepTheirColours() throws Exception {
        BufferedImage strokes = Paint.opaque(64, 64, (x, y) -> x % 4 == 0 ? Paint.RED : 0xFF4C4C4C);
        byte[] original = Originals.png(strokes);

        assertThat(fine(original, 90).differenceFrom(strokes)).isLessThan(6);
        assertThat(fine(original, 89).differenceFrom(strokes)).isGreaterThan(20);
    }

    private DecodedImage fine(byte[] original, int quality) throws Exception {
        return DecodedImage.in(renderer(ROOMY)
                .render(original, new RenderRequest(new Size(64, 0), Fit.CONTAIN, Format.JPEG, quality, WHITE)));
    }

    /** The file grows with the quality, apart from small differences of coding tables. */
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    default void render_everyQuality_growsInBytes(Format format) throws Exception {
        Random random = new Random(3);
        BufferedImage shades = Paint.shades(160, 120);
        byte[] original = Originals.jpeg(Paint.opaque(160, 120, (x, y) -> {
            return shades.getRGB(x, y) ^ (random.nextInt() & 0x1F1F1F);
        }));
        int least = 0;
        int first = 0;
        for (int quality = 1; quality <= 100; quality += 3) {
            RenderRequest request = new RenderRequest(new Size(120, 0), Fit.CONTAIN, format, quality, WHITE);
            int length = renderer(ROOMY).render(original, request).length;

            assertThat(length).as("quality %d", quality).isGreaterThan(least * 97 / 100);
            least = Math.max(least, length);
            first = first == 0 ? length : first;
        }
        assertThat(least).isGreaterThan(first * 5);
    }

    @Test
    default void render_drawingToWebp_isExactAndSmallerThanWithLoss() throws Exception {
        BufferedImage drawing = Paint.opaque(
                240,
                160,
                (x, y) -> (x + 2 * y) % 47 < 5 ? Paint.RED : (x / 20 + y / 20) % 3 == 0 ? 0xFF203040 : Paint.WHITE);
        byte[] lossy = Originals.webp(drawing, false);
        for (byte[] original : List.of(
                Originals.png(drawing),
                Originals.png(Originals.drawn(drawing, BufferedImage.TYPE_BYTE_INDEXED)),
                Originals.write(Originals.drawn(drawing, BufferedImage.TYPE_BYTE_INDEXED), "gif"),
                Originals.webp(drawing))) {
            byte[] webp = render(original, "240x", Fit.CONTAIN, Format.WEBP);

            assertThat(DecodedImage.in(webp)
                            .differenceFrom(DecodedImage.in(render(original, "240x", Fit.CONTAIN, Format.PNG))
                                    .image()))
                    .isZero();
            assertThat(webp.length).isLessThan(lossy.length / 3);
        }
    }

    /** No pixel is equal to the one before it in most of this picture. Only its number of colours is that of a drawing. */
    @Test
    default void render_hatchingToWebp_isExactAndSmallerThanThePng() throws Exception {
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] png = PngMaker.png(
                    240,
                    160,
                    2,
                    8,
                    interlaced,
                    new byte[0],
                    (x, y) -> (x * 3 + y * y) % 5 < 2 ? new int[3] : new int[] {255, 255, 255});

            byte[] webp = render(png, "240x", Fit.CONTAIN, Format.WEBP);

            assertThat(DecodedImage.in(webp)
                            .differenceFrom(DecodedImage.in(render(png, "240x", Fit.CONTAIN, Format.PNG))
                                    .image()))
                    .isZero();
            assertThat(webp.length).isLessThan(png.length);
        }
    }

    @Test
    default void render_drawingShrunkToWebp_isSmallerThanWithLoss() throws Exception {
        BufferedImage drawing = Paint.opaque(
                800, 600, (x, y) -> x % 200 < 120 && y % 100 < 6 ? Paint.BLACK : x < 30 ? Paint.BLUE : Paint.WHITE);

        byte[] webp = render(Originals.png(drawing), "300x", Fit.CONTAIN, Format.WEBP);
        byte[] png = render(Originals.png(drawing), "300x", Fit.CONTAIN, Format.PNG);

        assertThat(Chunks.ofRiff(webp, 12, webp.length).has("VP8L")).isTrue();
        assertThat(DecodedImage.in(webp).differenceFrom(DecodedImage.in(png).image()))
                .isLessThan(0.5);
    }

    @Test
    default void render_photographToWebp_isWithLoss() throws Exception {
        Random random = new Random(5);
        BufferedImage grain = Paint.opaque(120, 90, (x, y) -> 0xFF000000 | random.nextInt());
        for (byte[] original : List.of(Originals.png(grain), Originals.webp(grain), Originals.jpeg(grain))) {
            byte[] webp = render(original, "100x", Fit.CONTAIN, Format.WEBP);

            assertThat(Chunks.ofRiff(webp, 12, webp.length).has("VP8 ")).isTrue();
        }
    }

    @Test
    default void render_opaqueGreysToPng_areOneSampleAPixel() throws Exception {
        byte[] png = render(Originals.png(Paint.opaque(64, 64, Paint::noise)), "64x", Fit.CONTAIN, Format.PNG);

        assertThat(png[25]).isEqualTo((byte) PngMaker.GREY);
        assertThat(DecodedImage.in(png).differenceFrom(Paint.opaque(64, 64, Paint::noise)))
                .isZero();
    }

    @Test
    default void render_png_hasNoChunkButThePicture() throws Exception {
        for (byte[] original : Originals.everyFormat(Paint.shades(64, 64)).values()) {
            byte[] png = render(original, "32x", Fit.CONTAIN, Format.PNG);

            assertThat(Chunks.ofPng(png).all())
                    .extracting(Chunks.Chunk::type)
                    .isSubsetOf("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
        }
    }

    @Test
    default void render_png_isFilteredAndCompressed() throws Exception {
        Random random = new Random(1);
        byte[] original = Originals.png(
                Paint.opaque(256, 256, (x, y) -> 0xFF000000 | (x << 16) + (y << 8) + (x + y) / 2 + random.nextInt(2)));

        assertThat(render(original, "256x", Fit.CONTAIN, Format.PNG).length).isLessThan(256 * 256 / 2);
    }
}
