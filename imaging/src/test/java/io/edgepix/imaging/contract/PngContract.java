package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in PNG: every colour type at every depth, and transparency. */
public interface PngContract extends Contract {
    int WIDTH = 21;
    int HEIGHT = 13;

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "4, 8", "4, 16", "6, 8", "6, 16"})
    default void render_pngOfEachKind_isExact(int type, int depth) throws Exception {
        int most = (1 << depth) - 1;
        boolean colours = (type & 2) != 0;
        PngMaker.Samples samples = (x, y) -> samples(type, most, x, y);
        for (boolean interlaced : new boolean[] {false, true}) {
            DecodedImage decoded =
                    png(PngMaker.png(WIDTH, HEIGHT, type, depth, interlaced, new byte[0], samples), "100x100");

            decoded.hasSize(WIDTH, HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int[] wanted = samples.at(i % WIDTH, i / WIDTH);
                for (int band = 0; band < 3; band++) {
                    assertThat(decoded.band(i % WIDTH, i / WIDTH, 16 - band * 8))
                            .as("pixel %d, band %d, interlaced %s", i, band, interlaced)
                            .isCloseTo((int) Math.round(wanted[colours ? band : 0] * 255.0 / most), within(1));
                }
                if (type > 3) {
                    assertThat(decoded.alpha(i % WIDTH, i / WIDTH)).isEqualTo(wanted[wanted.length - 1] / (most / 255));
                }
            }
        }
    }

    private static int[] samples(int type, int most, int x, int y) {
        int alpha = (x + y) % 3 == 0 ? most : 0xC0 * (most / 255);
        int first = (int) (x * 77777L + y * 3331L) & most;
        return switch (type) {
            case PngMaker.GREY -> new int[] {first};
            case PngMaker.RGB -> new int[] {first, first * 3 & most, most - first};
            case PngMaker.GREY_ALPHA -> new int[] {first, alpha};
            default -> new int[] {first, first * 3 & most, most - first, alpha};
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    default void render_palettePng_showsColoursAndTransparency(int depth) throws Exception {
        byte[] palette = FileEdits.chunk("PLTE", new byte[] {(byte) 255, 0, 0, 0, 0, (byte) 255});
        byte[] transparency = FileEdits.chunk("tRNS", new byte[] {(byte) 0x80});
        for (boolean interlaced : new boolean[] {false, true}) {
            DecodedImage decoded = png(
                    PngMaker.png(
                            WIDTH,
                            HEIGHT,
                            PngMaker.PALETTE,
                            depth,
                            interlaced,
                            FileEdits.join(palette, transparency),
                            (x, y) -> new int[] {(x + y) % 2}),
                    "100x100");

            decoded.shows(4, 4, Paint.RED, 1).shows(5, 4, Paint.BLUE, 0);
            assertThat(decoded.alpha(4, 4)).isEqualTo(0x80);
            assertThat(decoded.alpha(5, 4)).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16"})
    default void render_pngWithTransparentColour_hidesIt(int type, int depth) throws Exception {
        int most = (1 << depth) - 1;
        int hidden = depth == 16 ? 0x1234 : most;
        int near = hidden - 1;
        byte[] key = new byte[type == PngMaker.GREY ? 2 : 6];
        for (int i = 0; i < key.length; i += 2) {
            key[i] = (byte) (hidden >> 8);
            key[i + 1] = (byte) hidden;
        }
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] original =
                    PngMaker.png(WIDTH, HEIGHT, type, depth, interlaced, FileEdits.chunk("tRNS", key), (x, y) -> {
                        int[] pixel = new int[key.length / 2];
                        Arrays.fill(pixel, x < 10 ? hidden : near);
                        return pixel;
                    });

            DecodedImage decoded = png(original, "100x100");

            assertThat(decoded.alpha(3, 3)).isZero();
            assertThat(decoded.alpha(15, 3)).isEqualTo(255);
            int tone = (int) Math.round(near * 255.0 / most);
            decoded.shows(15, 3, tone * 0x10101, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    default void render_greyPngWithProfile_isConvertedToSrgb(int depth) throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] chunk = FileEdits.chunk("iCCP", FileEdits.join(FileEdits.ascii("any\0\0"), PngMaker.deflate(linear)));
        int sample = depth == 1 ? 1 : (1 << depth) / 3;
        byte[] original = PngMaker.png(
                WIDTH, HEIGHT, PngMaker.GREY, depth, false, chunk, (x, y) -> new int[] {x < 10 ? 0 : sample});

        double light = sample / (double) ((1 << depth) - 1);
        int tone = (int) Math.round(255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055));
        png(original, "100x100").shows(15, 3, tone * 0x10101, 2).shows(3, 3, 0, 1);
    }

    @Test
    default void render_pngOfOddSidesInterlaced_isWhole() throws Exception {
        for (int width = 1; width < 10; width++) {
            for (int height = 1; height < 10; height++) {
                byte[] original = PngMaker.png(
                        width, height, PngMaker.GREY, 8, true, new byte[0], (x, y) -> new int[] {x * 20 + y * 5});

                png(original, "100x100")
                        .hasSize(width, height)
                        .shows(width - 1, height - 1, ((width - 1) * 20 + (height - 1) * 5) * 0x10101, 0);
            }
        }
    }
}
