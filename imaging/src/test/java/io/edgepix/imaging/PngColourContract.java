package io.edgepix.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a PNG without a profile says of its colours. */
interface PngColourContract extends Contract {
    private static byte[] srgb() {
        return numbers(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
    }

    /** Red and green have changed places. */
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

    /** Light of 0x37 / 255 is 0x80 on sRGB's curve; a gamma near sRGB's own changes nothing. */
    @ParameterizedTest
    @CsvSource({"100000, 808080", "45455, 373737", "45000, 373737", "50000, 3B3B3B", "0, 373737", "-5, 373737"})
    default void render_pngWithGamma_isBroughtToSrgb(int gamma, String colour) throws Exception {
        byte[] original = Surgery.pngWith(plain(0xFF373737), "gAMA", numbers(gamma));

        png(original, "20x20").shows(9, 9, Integer.parseInt(colour, 16), 2);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4", "8", "16"})
    default void render_greyPngWithGamma_isBroughtToSrgb(int depth) throws Exception {
        byte[] gamma = Surgery.chunk("gAMA", numbers(100_000));
        int most = (1 << depth) - 1;
        int sample = (most + 2) / 3;
        byte[] original =
                PngMaker.png(20, 20, PngMaker.GREY, depth, false, gamma, (x, y) -> new int[] {x < 10 ? 0 : sample});
        double light = (double) sample / most;

        int tone = (int) Math.round(255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055));
        png(original, "20x20").shows(15, 9, tone * 0x10101, 1).shows(3, 9, 0, 0);
    }

    @Test
    default void render_pngWithPrimaries_isBroughtToSrgb() throws Exception {
        byte[] red = plain(Paint.RED);

        png(Surgery.pngWith(red, "cHRM", swapped()), "20x20").shows(9, 9, Paint.GREEN, 1);
        png(Surgery.pngWith(red, "cHRM", srgb()), "20x20").shows(9, 9, Paint.RED, 0);
        png(Surgery.pngWith(red, "cHRM", numbers(new int[8])), "20x20").shows(9, 9, Paint.RED, 0);
    }

    @Test
    default void render_pngThatSaysSrgb_isNotBentByGammaOrPrimaries() throws Exception {
        byte[] bent = Surgery.pngWith(plain(0xFF370000), "gAMA", numbers(100_000));

        byte[] original = Surgery.pngWith(Surgery.pngWith(bent, "cHRM", swapped()), "sRGB", new byte[1]);

        png(original, "20x20").shows(9, 9, 0x370000, 0);
    }

    /** 12 is Display P3, whose third line is worked out by CSS Color 4's matrix; curve 16 is PQ. */
    @ParameterizedTest
    @CsvSource({
        "1, 13, FF3737, FF3737",
        "1, 8, 373737, 808080",
        "12, 13, C88264, D47E5E",
        "12, 13, 808080, 808080",
        "12, 16, C88264, C88264"
    })
    default void render_pngWithCodePoints_isBroughtToSrgb(int primaries, int curve, String from, String to)
            throws Exception {
        byte[] points = {(byte) primaries, (byte) curve, 0, 1};
        byte[] original = Surgery.pngWith(plain(0xFF000000 | Integer.parseInt(from, 16)), "cICP", points);

        png(original, "20x20").shows(9, 9, Integer.parseInt(to, 16), 2);
    }
}
