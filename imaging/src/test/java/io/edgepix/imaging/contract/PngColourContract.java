package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the colour space of PNGs without a profile. */
public interface PngColourContract extends Contract {
    private static byte[] srgb() {
        return numbers(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
    }

    /** Returns the body of a cHRM chunk in which red and green are swapped. */
    private static byte[] swapped() {
        return numbers(31270, 32900, 30000, 60000, 64000, 33000, 15000, 6000);
    }

    private static byte[] numbers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] plain(int colour) throws IOException {
        return Originals.png(Paint.plain(20, 20, colour));
    }

    /** A linear light of 0x37 / 255 is 0x80 on sRGB's curve. A gamma near sRGB's own changes nothing. */
    @ParameterizedTest
    @CsvSource({"100000, 808080", "45455, 373737", "45000, 373737", "50000, 3B3B3B", "0, 373737", "-5, 373737"})
    default void render_pngWithGamma_isConvertedToSrgb(int gamma, String colour) throws Exception {
        byte[] original = FileEdits.pngWith(plain(0xFF373737), "gAMA", numbers(gamma));

        png(original, "20x20").shows(9, 9, Integer.parseInt(colour, 16), 2);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4", "8", "16"})
    default void render_greyPngWithGamma_isConvertedToSrgb(int depth) throws Exception {
        byte[] gamma = FileEdits.chunk("gAMA", numbers(100_000));
        int most = (1 << depth) - 1;
        int sample = (most + 2) / 3;
        byte[] original =
                PngMaker.png(20, 20, PngMaker.GREY, depth, false, gamma, (x, y) -> new int[] {x < 10 ? 0 : sample});
        double light = (double) sample / most;

        int tone = (int) Math.round(255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055));
        png(original, "20x20").shows(15, 9, tone * 0x10101, 1).shows(3, 9, 0, 0);
    }

    @Test
    default void render_pngWithPrimaries_isConvertedToSrgb() throws Exception {
        byte[] red = plain(Paint.RED);

        png(FileEdits.pngWith(red, "cHRM", swapped()), "20x20").shows(9, 9, Paint.GREEN, 1);
        png(FileEdits.pngWith(red, "cHRM", srgb()), "20x20").shows(9, 9, Paint.RED, 0);
        png(FileEdits.pngWith(red, "cHRM", numbers(new int[8])), "20x20").shows(9, 9, Paint.RED, 0);
    }

    @Test
    default void render_pngWithAnSrgbChunk_ignoresGammaAndPrimaries() throws Exception {
        byte[] bent = FileEdits.pngWith(plain(0xFF370000), "gAMA", numbers(100_000));

        byte[] original = FileEdits.pngWith(FileEdits.pngWith(bent, "cHRM", swapped()), "sRGB", new byte[1]);

        png(original, "20x20").shows(9, 9, 0x370000, 0);
    }

    /** Primaries 12 are Display P3. The expected colours of the third line follow from the matrix in CSS Color 4. */
    @ParameterizedTest
    @CsvSource({
        "1, 13, FF3737, FF3737",
        "1, 8, 373737, 808080",
        "12, 13, C88264, D47E5E",
        "12, 13, 808080, 808080",
        "4, 13, C88264, E27E5E",
        "5, 13, C88264, CA8264",
        "6, 13, C88264, C48364",
        "7, 13, C88264, C48364",
        "8, 13, C88264, DA7E5E",
        "9, 13, C88264, E9765D",
        "10, 13, C88264, FF0067",
        "11, 13, C88264, D07E5E",
        "22, 13, C88264, C98364"
    })
    default void render_pngWithPrimariesByCodePoint_isConvertedToSrgb(int primaries, int curve, String from, String to)
            throws Exception {
        byte[] original = coded(plain(0xFF000000 | Integer.parseInt(from, 16)), primaries, curve, 0, 1);

        png(original, "20x20").shows(9, 9, Integer.parseInt(to, 16), 2);
    }

    private static byte[] coded(byte[] png, int... points) {
        byte[] body = new byte[points.length];
        for (int i = 0; i < points.length; i++) {
            body[i] = (byte) points[i];
        }
        return FileEdits.pngWith(png, "cICP", body);
    }

    /**
     * The shades follow from the formulas of H.273. Curves of television cameras are shown as on displays (BT.1886).
     */
    @ParameterizedTest
    @CsvSource({
        "1, 797979",
        "4, 818181",
        "5, 6A6A6A",
        "6, 797979",
        "7, 8D8D8D",
        "8, BCBCBC",
        "11, 797979",
        "13, 808080",
        "14, 797979",
        "15, 797979",
        "16, 848484",
        "17, 767676",
        "18, 636363"
    })
    default void render_pngWithCurveByCodePoint_isConvertedToSrgbByIt(int curve, String to) throws Exception {
        byte[] original = coded(plain(0xFF808080), 1, curve, 0, 1);
        byte[] withGamma = FileEdits.pngWith(original, "gAMA", numbers(62_500));
        byte[] withSrgb = FileEdits.pngWith(original, "sRGB", new byte[1]);

        for (byte[] each : List.of(original, withGamma, withSrgb)) {
            png(each, "20x20").shows(9, 9, Integer.parseInt(to, 16), 1);
        }
    }

    /** In these cases cICP is ignored, and gAMA applies, which states linear samples. */
    @ParameterizedTest
    @CsvSource({
        "1, 13, 0, 0",
        "1, 13, 1, 1",
        "1, 13, 0, 2",
        "2, 13, 0, 1",
        "3, 13, 0, 1",
        "200, 13, 0, 1",
        "1, 2, 0, 1",
        "1, 9, 0, 1",
        "1, 10, 0, 1",
        "1, 12, 0, 1",
        "1, 19, 0, 1",
        "1, 0, 0, 1"
    })
    default void render_pngWithUnsupportedCodePoints_usesItsOtherChunks(int primaries, int curve, int matrix, int range)
            throws Exception {
        byte[] linear = FileEdits.pngWith(plain(0xFF373737), "gAMA", numbers(100_000));

        png(coded(linear, primaries, curve, matrix, range), "20x20").shows(9, 9, 0x808080, 1);
        png(coded(linear, 1, 13, 0), "20x20").shows(9, 9, 0x808080, 1);
        png(coded(linear, 1, 13, 0, 1, 0), "20x20").shows(9, 9, 0x808080, 1);
    }

    /** Returns a row of 1024 greys of 16 bits, in equal steps. */
    private static byte[] ramp(byte[] chunks) {
        return PngMaker.png(1024, 1, PngMaker.GREY, 16, false, chunks, (x, y) -> new int[] {x * 64});
    }

    /**
     * Reference white, 203 cd/m2, is level 595 of 1024 in PQ and level 768 in HLG. It is shown as half of the linear
     * light, BC.
     */
    @ParameterizedTest
    @CsvSource({"16, 595, 770", "18, 768, 1023"})
    default void render_pngOfHighDynamicRange_isConvertedToSdr(int curve, int reference, int peak) throws Exception {
        DecodedImage decoded = png(ramp(FileEdits.chunk("cICP", new byte[] {9, (byte) curve, 0, 1})), "1024x");

        decoded.shows(0, 0, 0, 0).shows(reference, 0, 0xBCBCBC, 1).shows(peak, 0, 0xFFFFFF, 1);
        for (int x = 1; x < 1024; x++) {
            int tone = decoded.band(x, 0, 8);
            assertThat(tone).isBetween(decoded.band(x - 1, 0, 8), decoded.band(x - 1, 0, 8) + 2);
            decoded.shows(x, 0, tone * 0x10101, 0);
        }
    }

    @Test
    default void render_pngThatStatesItsPeak_isDarkenedNoMoreThanThatNeeds() throws Exception {
        byte[] pq = FileEdits.chunk("cICP", new byte[] {9, 16, 0, 1});
        byte[] of203 = FileEdits.chunk("cLLI", numbers(203 * 10_000, 100 * 10_000));
        byte[] mastering = FileEdits.chunk("mDCV", numbers(0, 0, 0, 0, 300 * 10_000, 1));

        png(ramp(FileEdits.join(pq, of203)), "1024x").shows(595, 0, 0xFFFFFF, 1).shows(512, 0, 0xB4B4B4, 1);
        png(ramp(FileEdits.join(pq, mastering)), "1024x").shows(512, 0, 0xA9A9A9, 1);
        png(ramp(FileEdits.join(pq, mastering, of203)), "1024x").shows(512, 0, 0xB4B4B4, 1);
        png(ramp(FileEdits.join(pq, FileEdits.chunk("cLLI", numbers(0, 0)))), "1024x")
                .shows(512, 0, 0x838383, 1);
    }

    /**
     * The brightest of the three colours of BT.2020 determines the factor for all three, so that their ratios stay the
     * same, as in Chromium.
     */
    @ParameterizedTest
    @CsvSource({"16, 806040, 9F390D", "18, 806040, 6D452B"})
    default void render_pngOfHighDynamicRange_keepsItsHues(int curve, String from, String to) throws Exception {
        byte[] original = coded(plain(0xFF000000 | Integer.parseInt(from, 16)), 9, curve, 0, 1);

        png(original, "20x20").shows(9, 9, Integer.parseInt(to, 16), 2);
    }
}
