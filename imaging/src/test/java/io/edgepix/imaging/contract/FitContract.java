package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests stretching, padding, and extremely narrow pictures. */
public interface FitContract extends Contract {
    int BACKGROUND = 0x204060;

    private DecodedImage padded(byte[] original, String box, Format format) throws Exception {
        return decoded(original, new RenderRequest(Size.parse(box), Fit.PAD, format, 95, BACKGROUND));
    }

    /** Checks every pixel outside the picture. */
    private static void isBackgroundAround(
            DecodedImage decoded, int left, int top, int width, int height, int tolerance) {
        for (int y = 0; y < decoded.height(); y++) {
            for (int x = 0; x < decoded.width(); x++) {
                if (x < left || y < top || x >= left + width || y >= top + height) {
                    decoded.shows(x, y, BACKGROUND, tolerance);
                    assertThat(decoded.alpha(x, y)).isEqualTo(0xFF);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    default void render_fill_stretchesEachSideByItself(Format format) throws Exception {
        for (byte[] original : Originals.everyFormat(Paint.corners(120, 60)).values()) {
            decoded(original, "30x50", Fit.FILL, format).hasSize(30, 50).showsCorners(40);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 30", "6, 50, 30", "8, 50, 30", "3, 20, 60"})
    default void render_fillOfAnOriginalOnItsSide_fillsTheUprightBox(int orientation, int width, int height)
            throws Exception {
        byte[] stored = Originals.jpeg(Paint.stored(Paint.corners(120, 60), orientation));
        byte[] original = FileEdits.jpegWithExif(stored, orientation);

        decoded(original, width + "x" + height, Fit.FILL, Format.WEBP)
                .hasSize(width, height)
                .showsCorners(40);
    }

    @Test
    default void render_fillOfPlainRamps_keepsTheirEnds() throws Exception {
        BufferedImage wide = Paint.opaque(400, 90, (x, y) -> Paint.BLACK | (x * 255 / 400) << 16 | (y * 255 / 90) << 8);
        BufferedImage less = Paint.opaque(100, 80, (x, y) -> Paint.BLACK | (x * 255 / 100) << 16 | (y * 255 / 80) << 8);

        DecodedImage decoded = decoded(Originals.png(wide), "100x80", Fit.FILL, Format.PNG);

        assertThat(decoded.differenceFrom(less)).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        // picture, box, position in the box, and size in the box
        "80, 40, 60x60, 0, 15, 60, 30",
        "80, 50, 50x50, 0, 9, 50, 31",
        "40, 80, 61x60, 15, 0, 30, 60",
        "10, 10, 30x21, 10, 5, 10, 10",
        "1, 1, 2x2, 0, 0, 1, 1",
        "1000, 1, 50x9, 0, 4, 50, 1"
    })
    default void render_pad_liesInTheMiddleOfTheBackground(
            int width, int height, String box, int left, int top, int shownWidth, int shownHeight) throws Exception {
        Map<String, byte[]> originals = new TreeMap<>(Originals.everyFormat(Paint.plain(width, height, Paint.RED)));
        originals.put("lossy WebP", Originals.webp(Paint.plain(width, height, Paint.RED), false));
        for (byte[] original : originals.values()) {
            DecodedImage png = padded(original, box, Format.PNG)
                    .hasSize(Size.parse(box).width(), Size.parse(box).height());

            isBackgroundAround(png, left, top, shownWidth, shownHeight, 0);
            for (int y = top; y < top + shownHeight; y++) {
                for (int x = left; x < left + shownWidth; x++) {
                    png.shows(x, y, Paint.RED, 6);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    default void render_padWithLoss_isThePaddedPicture(Format format) throws Exception {
        Map<String, byte[]> originals = new TreeMap<>(Originals.everyFormat(Paint.corners(120, 60)));
        originals.put("lossy WebP", Originals.webp(Paint.corners(120, 60), false));
        for (byte[] original : originals.values()) {
            DecodedImage decoded = padded(original, "60x60", format).hasSize(60, 60);

            isBackgroundAround(decoded, 0, 12, 60, 36, 32);
            isBackgroundAround(decoded, 0, 8, 60, 40, 6);
            decoded.shows(15, 22, Paint.RED, 40).shows(44, 22, Paint.GREEN, 40);
            decoded.shows(15, 37, Paint.BLUE, 40).shows(44, 37, Paint.WHITE, 40);
            assertThat(decoded.hasAlpha()).isFalse();
        }
    }

    @Test
    default void render_padOfATransparentPicture_keepsTransparencyOnlyInside() throws Exception {
        byte[] original = Originals.png(Paint.transparent(40, 20, (x, y) -> x < 20 ? 0x00FFFFFF : 0x80FF0000));
        for (Format format : List.of(Format.PNG, Format.WEBP)) {
            DecodedImage decoded = padded(original, "40x40", format).hasSize(40, 40);

            int near = format == Format.PNG ? 0 : 4;
            isBackgroundAround(decoded, 0, 10 - near, 40, 20 + 2 * near, format == Format.PNG ? 0 : 6);
            assertThat(decoded.alpha(5, 20)).isZero();
            assertThat(decoded.alpha(30, 20)).isEqualTo(0x80);
        }
        padded(original, "40x40", Format.JPEG)
                .shows(5, 20, BACKGROUND, 6)
                .shows(30, 20, 0x8F2030, 8)
                .shows(20, 4, BACKGROUND, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void render_padOfAnOriginalOnItsSide_padsTheUprightPicture(int orientation) throws Exception {
        byte[] stored = Originals.jpeg(Paint.stored(Paint.corners(120, 60), orientation));
        byte[] original = FileEdits.jpegWithExif(stored, orientation);
        for (Format format : List.of(Format.WEBP, Format.PNG)) {
            DecodedImage decoded = padded(original, "60x70", format).hasSize(60, 70);

            isBackgroundAround(decoded, 0, 18, 60, 34, 12);
            decoded.shows(15, 28, Paint.RED, 40).shows(44, 41, Paint.WHITE, 40);
        }
    }

    @Test
    default void render_padOfASmallerPicture_keepsItPixelByPixel() throws Exception {
        BufferedImage noise = Paint.opaque(11, 7, Paint::noise);

        DecodedImage decoded = padded(Originals.png(noise), "20x20", Format.PNG);

        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 11; x++) {
                decoded.shows(4 + x, 6 + y, noise.getRGB(x, y), 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    default void render_padWithNothingToPad_equalsContain(Format format) throws Exception {
        byte[] original = Originals.jpeg(Paint.shades(120, 60));
        for (String box : List.of("60x30", "60x", "x30")) {
            assertThat(render(original, box, Fit.PAD, format)).isEqualTo(render(original, box, Fit.CONTAIN, format));
        }
    }

    private static List<byte[]> onePixelWideOrHigh() throws Exception {
        List<byte[]> originals = new ArrayList<>();
        for (int[] sides : new int[][] {{1, 1}, {1, 9}, {30_000, 1}, {1, 30_000}}) {
            BufferedImage picture = Paint.plain(sides[0], sides[1], 0xFFCC9966);
            originals.add(Originals.png(picture));
            originals.add(Originals.jpeg(picture));
            originals.add(Originals.progressiveJpeg(picture));
            originals.add(Originals.write(Originals.drawn(picture, BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        }
        originals.add(Originals.webp(Paint.plain(16_383, 1, 0xFFCC9966), false));
        originals.add(Originals.webp(Paint.plain(1, 16_383, 0xFFCC9966), true));
        return originals;
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    default void render_aPictureOfNoBreadth_hasAPixelOfEachSideInEveryBox(Fit fit) throws Exception {
        for (byte[] original : onePixelWideOrHigh()) {
            for (String text : List.of("100x100", "1x1", "3x", "x100", "16383x2", "2x16383")) {
                Size box = Size.parse(text);
                for (Format format : List.of(Format.WEBP, Format.JPEG, Format.PNG)) {
                    DecodedImage decoded = decoded(original, text, fit, format);

                    assertThat(decoded.width()).isBetween(1, box.width() == 0 ? 30_000 : box.width());
                    assertThat(decoded.height()).isBetween(1, box.height() == 0 ? 30_000 : box.height());
                    if (fit != Fit.PAD || format == Format.PNG) {
                        decoded.shows((decoded.width() - 1) / 2, (decoded.height() - 1) / 2, 0xCC9966, 8);
                    }
                }
            }
        }
    }
}
