package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every renderer. */
public interface RendererContract extends Contract {
    @Test
    default void writes_always_namesThePortableFormats() {
        assertThat(renderer(ROOMY).writes()).contains(Format.WEBP, Format.JPEG, Format.PNG);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    default void render_eachOriginalFormat_isTheSamePicture(Format format) throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.corners(80, 40)).entrySet()) {
            DecodedImage decoded = decoded(original.getValue(), "40x40", Fit.CONTAIN, format);

            decoded.hasSize(40, 20).showsCorners(40);
            assertThat(decoded.hasAlpha()).as(original.getKey()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"WEBP, image/webp, RIFF", "JPEG, image/jpeg, \u00FF\u00D8\u00FF", "PNG, image/png, \u0089PNG"})
    default void render_eachFormat_beginsWithItsMagic(Format format, String type, String magic) throws Exception {
        byte[] derivative = render(Originals.png(Paint.shades(50, 50)), "20x20", Fit.CONTAIN, format);

        assertThat(format.contentType()).isEqualTo(type);
        assertThat(new String(derivative, 0, magic.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo(magic);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    default void render_exifOrientation_standsUpright(int orientation) throws Exception {
        BufferedImage stored = Paint.stored(Paint.corners(120, 60), orientation);
        byte[] webp = Originals.webp(stored);
        byte[] webpWithExif = FileEdits.webpWithExif(webp, stored.getWidth(), stored.getHeight(), orientation);

        png(FileEdits.jpegWithExif(Originals.jpeg(stored), orientation), "60x60")
                .hasSize(60, 30)
                .showsCorners(40);
        png(FileEdits.pngWith(Originals.png(stored), "eXIf", ExifMaker.exif(orientation)), "60x60")
                .hasSize(60, 30)
                .showsCorners(20);
        png(webpWithExif, "60x60").hasSize(60, 30).showsCorners(20);
        png(FileEdits.jpegWithExif(Originals.jpeg(stored), orientation), "x20")
                .hasSize(40, 20)
                .showsCorners(40);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    default void render_originalWithMetadata_leavesNoneInTheDerivative(Format format) throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] original =
                FileEdits.jpegWithExif(FileEdits.jpegWithProfile(Originals.jpeg(Paint.shades(64, 64)), profile), 6);

        String derivative = new String(render(original, "32x32", Fit.CONTAIN, format), StandardCharsets.ISO_8859_1);

        assertThat(derivative).doesNotContain("Exif", "EXIF", "eXIf", "ICC", "iCCP", "XMP", "tEXt", "tIME");
    }

    @Test
    default void render_checkerboard_becomesMidGrey() throws Exception {
        for (int box : new int[] {10, 37, 100, 130}) {
            DecodedImage decoded = png(Originals.png(Paint.checkerboard(256)), box + "x" + box);

            assertThat(decoded.differenceFrom(Paint.plain(box, box, 0xFF808080)))
                    .as("box %d", box)
                    .isLessThan(4);
        }
    }

    @Test
    default void render_shades_keepTheirPlace() throws Exception {
        DecodedImage decoded = png(Originals.png(Paint.shades(600, 400)), "90x90");

        assertThat(decoded.differenceFrom(Paint.shades(90, 60))).isLessThan(2);
    }

    @Test
    default void render_oneWhitePixelInBlack_addsNoBrightness() throws Exception {
        BufferedImage point = Paint.opaque(160, 160, (x, y) -> x == 80 && y == 80 ? Paint.WHITE : Paint.BLACK);

        DecodedImage decoded = png(Originals.png(point), "80x80");

        assertThat(decoded.band(40, 40, 0)).isBetween(20, 110);
        decoded.shows(20, 20, Paint.BLACK, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    default void render_lossy_lowerQualityIsSmallerAndSimilar(Format format) throws Exception {
        Random random = new Random(11);
        BufferedImage noise = Paint.opaque(128, 128, (x, y) -> Paint.noise(x, y) ^ (random.nextInt() & 0x070707));
        byte[] original = Originals.png(noise);
        byte[] fine = renderer(ROOMY).render(original, new RenderRequest(new Size(128, 0), Fit.CONTAIN, format, 95, 0));
        byte[] rough =
                renderer(ROOMY).render(original, new RenderRequest(new Size(128, 0), Fit.CONTAIN, format, 30, 0));

        assertThat(rough.length).isLessThan(fine.length * 2 / 3);
        assertThat(DecodedImage.in(fine).differenceFrom(noise)).isLessThan(8);
    }

    @Test
    default void render_gifFrameSmallerThanItsScreen_isAtItsPosition() throws Exception {
        byte[] gif = Originals.write(
                Originals.drawn(Paint.plain(10, 10, Paint.RED), BufferedImage.TYPE_BYTE_INDEXED), "gif");
        gif[6] = 40;
        gif[8] = 20;

        DecodedImage decoded = png(gif, "40x40").hasSize(40, 20).shows(5, 5, Paint.RED, 8);

        assertThat(decoded.alpha(30, 15)).isZero();
    }

    @Test
    default void render_animatedWebp_isItsFirstFrameInItsPlace() throws Exception {
        byte[] frame = Originals.webp(Paint.plain(10, 10, Paint.RED));

        DecodedImage decoded = png(FileEdits.animatedWebp(frame, 20, 10, 10, 10, 40, 20), "40x40");

        decoded.hasSize(40, 20).shows(25, 15, Paint.RED, 2);
        assertThat(decoded.alpha(5, 5)).isZero();
    }

    @Test
    default void render_trailingBytes_areHarmless() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.corners(80, 40)).entrySet()) {
            png(FileEdits.join(original.getValue(), new byte[50]), "40x40").showsCorners(40);
        }
    }
}
