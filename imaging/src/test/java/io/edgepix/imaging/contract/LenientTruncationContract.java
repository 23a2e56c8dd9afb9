package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests pictures that are cut short and rendered leniently. */
public interface LenientTruncationContract extends Contract {
    Limits LENIENT = new Limits(ROOMY.maxBytes(), ROOMY.maxPixels(), ROOMY.maxFrames(), true);

    private byte[] leniently(byte[] original, Format format) throws UnrenderableException {
        return renderer(LENIENT).render(original, new RenderRequest(new Size(80, 0), Fit.CONTAIN, format, 90, WHITE));
    }

    private DecodedImage part(byte[] original) throws Exception {
        return DecodedImage.in(leniently(original, Format.PNG));
    }

    private static byte[] cut(byte[] whole, int percent) {
        return Arrays.copyOf(whole, whole.length * percent / 100);
    }

    /** Returns a picture with a colour in each corner, and grain so that rows take bytes. */
    private static BufferedImage grained() {
        return Paint.opaque(80, 80, (x, y) -> Paint.corners(80, 80).getRGB(x, y) ^ (Paint.noise(x, y) & 0x0F0F0F));
    }

    private static void showsItsTop(DecodedImage decoded, int tolerance) {
        decoded.hasSize(80, 80).shows(10, 10, Paint.RED, tolerance).shows(70, 10, Paint.GREEN, tolerance);
    }

    @ParameterizedTest
    @CsvSource({"1, false, 60", "2, false, 60", "2, true, 95"})
    default void render_truncatedJpeg_isGreyInMissingRows(int chroma, boolean progressive, int percent)
            throws Exception {
        byte[] whole = JpegMaker.jpeg(grained(), chroma, chroma, 0, progressive);
        byte[] cut = cut(whole, percent);
        byte[] ended = FileEdits.join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9});

        showsItsTop(part(cut), 60);
        showsItsTop(part(ended), 60);
        if (!progressive) {
            part(cut).shows(10, 78, 0x808080, 2).shows(70, 78, 0x808080, 2);
        }
    }

    @Test
    default void render_progressiveJpegWithItsFirstScans_isThePictureWithoutDetail() throws Exception {
        byte[] whole = JpegMaker.jpeg(grained(), 2, 2, 0, true);
        int scan = JpegHeader.read(whole).scanStart();
        int second = JpegDcScans.next(whole, scan);
        int third = JpegDcScans.next(whole, second);

        part(Arrays.copyOf(whole, third)).hasSize(80, 80).showsCorners(60);
    }

    @Test
    default void render_truncatedCmykJpeg_isAPicture() throws Exception {
        byte[] whole = Originals.fourSampleJpeg(80, 80, 10, 60, 120, 250);

        part(cut(whole, 80)).hasSize(80, 80);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_truncatedPng_isGreyInMissingRows(boolean interlaced) throws Exception {
        byte[] whole = PngMaker.png(80, 80, PngMaker.RGB, 8, interlaced, new byte[0], (x, y) ->
                new int[] {x < 40 ? 250 : 5, y * 31 % 256, x * y % 256});
        DecodedImage decoded = part(cut(whole, 60)).hasSize(80, 80);
        DecodedImage complete = part(whole);

        decoded.shows(8, 8, complete.image().getRGB(8, 8), 0);
        if (!interlaced) {
            decoded.shows(40, 20, complete.image().getRGB(40, 20), 0).shows(40, 79, 0x808080, 0);
        }
    }

    @Test
    default void render_truncatedTransparentPng_isTransparentInMissingRows() throws Exception {
        byte[] whole = Originals.png(Paint.transparent(
                80, 80, (x, y) -> 0xFF0000C0 | (((x * 31 + y * 17) % 256) << 8) | (((x * y) % 256) << 16)));
        DecodedImage decoded = part(cut(whole, 50)).hasSize(80, 80);

        assertThat(decoded.alpha(40, 5)).isEqualTo(255);
        assertThat(decoded.alpha(40, 79)).isZero();
    }

    @Test
    default void render_pngDamagedInItsData_showsTheRowsBeforeTheDamage() throws Exception {
        byte[] damaged = Originals.png(grained());
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 20, (byte) 0x55);

        showsItsTop(part(damaged), 16);
    }

    @Test
    default void render_truncatedGif_isTransparentInMissingRows() throws Exception {
        byte[] whole = new GifMaker(80, 80)
                .frame(0, 0, 80, 80, false, (x, y) -> (x < 40 ? 0 : 1) ^ (x * y % 2))
                .end();
        DecodedImage decoded = part(cut(whole, 60)).hasSize(80, 80);

        assertThat(decoded.alpha(40, 5)).isEqualTo(255);
        assertThat(decoded.alpha(40, 79)).isZero();
    }

    @Test
    default void render_truncatedTiff_showsItsStrips() throws Exception {
        showsItsTop(part(cut(Originals.tiff(grained(), "PackBits", 0), 60)), 16);
        showsItsTop(part(cut(Originals.tiff(grained(), "LZW", 0), 60)), 16);
    }

    @Test
    default void render_truncatedBmp_showsItsRows() throws Exception {
        part(cut(Originals.write(grained(), "bmp"), 60))
                .hasSize(80, 80)
                .shows(10, 70, Paint.BLUE, 16)
                .shows(70, 70, Paint.WHITE, 16);
    }

    @Test
    default void render_truncatedPsd_isAPicture() throws Exception {
        part(cut(Originals.psd(grained()), 70)).hasSize(80, 80);
    }

    @Test
    default void render_wholePictures_equalThoseOfStrictRendering() throws Exception {
        for (byte[] original : Originals.everyFormat(grained()).values()) {
            RenderRequest request = new RenderRequest(new Size(80, 0), Fit.CONTAIN, Format.WEBP, 90, WHITE);

            assertThat(leniently(original, Format.WEBP))
                    .isEqualTo(renderer(ROOMY).render(original, request));
        }
    }

    @Test
    default void render_truncated_isAPictureOrBroken() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.shades(64, 48)).entrySet()) {
            int pictures = 0;
            for (int percent = 1; percent < 100; percent += 3) {
                byte[] cut = cut(original.getValue(), percent);
                try {
                    DecodedImage.in(leniently(cut, Format.WEBP)).hasSize(64, 48);
                    pictures++;
                } catch (UnrenderableException e) {
                    assertThat(e.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
                }
            }
            assertThat(pictures)
                    .as(original.getKey())
                    .isGreaterThan(original.getKey().equals("WebP") ? -1 : 8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF", "plain text"})
    default void render_noPicture_staysNoPicture(String text) {
        assertThat(refusal(FileEdits.ascii(text), LENIENT).reason()).isEqualTo(Reason.NOT_A_PICTURE);
    }

    @Test
    default void render_truncatedPngOverTheLimit_isTooLargeByItsHeader() {
        byte[] cut = Arrays.copyOf(FileEdits.pngHeader(60_000, 60_000), 40);

        assertThat(refusal(cut, LENIENT).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(cut, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_headersWithoutData_areBroken() throws Exception {
        byte[] jpeg = Originals.jpeg(grained());
        byte[] headers = Arrays.copyOf(jpeg, JpegHeader.read(jpeg).scanStart() + 16);
        byte[] png = Arrays.copyOf(Originals.png(grained()), 43);

        for (byte[] original : new byte[][] {headers, png}) {
            assertThat(catchThrowableOfType(UnrenderableException.class, () -> leniently(original, Format.PNG))
                            .reason())
                    .isEqualTo(Reason.BROKEN);
        }
    }
}
