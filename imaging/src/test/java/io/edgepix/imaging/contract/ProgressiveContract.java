package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.ProgressiveMaker;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests progressive originals. If the derivative is small, a renderer may read only a part of them. */
public interface ProgressiveContract extends Contract {
    /** The likeness, in decibels, of pictures that differ by less than one level. */
    double INVISIBLE = 48.1;

    /**
     * The pictures. Each one states its required likeness, in decibels, to the derivative of the same coefficients in
     * one scan.
     */
    enum Drawing {
        SHADES(52),
        NOISE(44),
        EDGES(27),
        CHROMA_EDGES(20),
        STROKES(22);

        private final int decibels;

        Drawing(int decibels) {
            this.decibels = decibels;
        }

        BufferedImage paint(int width, int height) {
            return switch (this) {
                case SHADES -> Paint.shades(width, height);
                case NOISE -> Paint.opaque(width, height, Paint::noise);
                case EDGES -> bars(width, height, Paint.BLACK, Paint.WHITE);
                case CHROMA_EDGES -> bars(width, height, Paint.RED, Paint.BLUE);
                case STROKES ->
                    Paint.opaque(
                            width, height, (x, y) -> (x * 2 + y) % 43 < 7 || y % 37 < 4 ? Paint.BLACK : Paint.WHITE);
            };
        }

        private static BufferedImage bars(int width, int height, int one, int other) {
            return Paint.opaque(width, height, (x, y) -> (x + y / 3) / 40 % 2 == 0 ? one : other);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void render_toA24thOrLess_isLikeAllOfTheScans(Drawing drawn) throws Exception {
        for (int[] side : new int[][] {{400, 296}, {402, 297}, {393, 295}}) {
            BufferedImage image = drawn.paint(side[0], side[1]);
            for (int[] chroma : new int[][] {{1, 1}, {2, 1}, {2, 2}, {4, 1}}) {
                for (int restart : new int[] {0, 3}) {
                    byte[] progressive = JpegMaker.jpeg(image, chroma[0], chroma[1], restart, true);
                    byte[] baseline = JpegMaker.jpeg(image, chroma[0], chroma[1], restart, false);
                    for (String box : List.of("16x16", "13x13", "8x8")) {
                        assertThat(png(progressive, box).likenessTo(png(baseline, box)))
                                .as("%s by %s in %s", Arrays.toString(side), Arrays.toString(chroma), box)
                                .isGreaterThan(drawn.decibels);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "399, 296, 50x50, CONTAIN",
        "400, 295, 50x50, CONTAIN",
        "800, 399, 50x50, COVER",
        "399, 800, 50x50, COVER",
        "200, 200, 200x200, CONTAIN",
    })
    default void render_toMoreThanAnEighth_isNoCoarser(int width, int height, String box, Fit fit) throws Exception {
        BufferedImage strokes = Drawing.STROKES.paint(width, height);
        byte[] progressive = JpegMaker.jpeg(strokes, 2, 2, 0, true);
        byte[] baseline = JpegMaker.jpeg(strokes, 2, 2, 0, false);

        assertThat(decoded(progressive, box, fit, Format.PNG).likenessTo(decoded(baseline, box, fit, Format.PNG)))
                .isGreaterThan(INVISIBLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    default void render_rotatedToAnEighth_standsUpright(int orientation) throws Exception {
        byte[] jpeg = Originals.progressiveJpeg(Paint.stored(Paint.corners(400, 200), orientation));

        png(FileEdits.jpegWithExif(jpeg, orientation), "50x50").hasSize(50, 25).showsCorners(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 160, 161})
    default void render_scansOfOneComponent_areAllCounted(int box) throws Exception {
        byte[] luma = FileEdits.jpegWithAdobe(ProgressiveMaker.plain(161, 83, 76, 85, 255), 1);
        byte[] cyan = FileEdits.jpegWithAdobe(ProgressiveMaker.plain(161, 83, 0, 255, 255, 255), 0);
        byte[] lumaOfCyan = FileEdits.jpegWithAdobe(ProgressiveMaker.plain(161, 83, 76, 85, 255, 255), 2);
        int x = box / 2;
        int y = box / 4;

        png(ProgressiveMaker.plain(161, 83, 0x51), box + "x").shows(x, y, 0x515151, 0);
        png(luma, box + "x").shows(x, y, Paint.RED, 2);
        png(cyan, box + "x").shows(x, y, 0x00AEEF, 24);
        png(lumaOfCyan, box + "x").shows(x, y, 0x00AEEF, 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 80, 160, 320})
    default void render_scansWithoutAnyMeans_areBroken(int width) {
        assertThat(refusal(ProgressiveMaker.withoutDc(width, width), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_truncatedProgressiveToAnEighth_isBrokenAtEveryPoint() throws Exception {
        byte[] whole = Originals.progressiveJpeg(Paint.shades(160, 120));
        for (int i = 1; i < 200; i++) {
            int length = whole.length - 1 - (whole.length - 4) * i / 200;

            assertThat(refusal(Arrays.copyOf(whole, length), ROOMY))
                    .as("cut to %d of %d", length, whole.length)
                    .extracting(UnrenderableException::reason)
                    .isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    default void render_progressiveOfFlippedBytesToAnEighth_isAPictureOrARefusal() throws Exception {
        byte[] original = Originals.progressiveJpeg(Paint.shades(104, 88));
        Random random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = original.clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(render(damaged, "10x10", Fit.CONTAIN, Format.PNG)).isNotEmpty();
            } catch (UnrenderableException e) {
                assertThat(e.sentence()).isNotBlank();
            }
        }
    }
}
