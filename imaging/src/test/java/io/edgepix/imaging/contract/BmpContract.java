package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.BmpMaker;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in BMP. */
public interface BmpContract extends Contract {
    private static int[] palette() {
        return new int[] {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE};
    }

    private static int index(int x, int y) {
        return (x < 30 ? 0 : 1) + (y < 15 ? 0 : 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 24, 32})
    default void render_bmpOfEachDepth_isTheSamePicture(int bits) throws Exception {
        BufferedImage corners = Paint.corners(61, 31);
        int[] colours = bits > 8 ? new int[0] : palette();
        IntBinaryOperator pixel = bits > 8
                ? (x, y) -> bits == 16 ? fiveBits(corners.getRGB(x, y)) : corners.getRGB(x, y) & 0xFFFFFF
                : BmpContract::index;
        for (boolean topDown : new boolean[] {false, true}) {
            DecodedImage decoded = png(BmpMaker.bmp(61, 31, bits, topDown, colours, pixel), "61x31");

            decoded.hasSize(61, 31).showsCorners(0);
            assertThat(decoded.hasAlpha()).as("top-down %s", topDown).isFalse();
        }
    }

    private static int fiveBits(int colour) {
        return (colour >> 19 & 31) << 10 | (colour >> 11 & 31) << 5 | (colour >> 3 & 31);
    }

    @Test
    default void render_bmpOfOneBit_isTwoColours() throws Exception {
        int[] colours = {Paint.RED, Paint.WHITE};

        DecodedImage decoded = png(BmpMaker.bmp(61, 31, 1, false, colours, (x, y) -> x < 30 ? 0 : 1), "61x31");

        decoded.shows(29, 3, Paint.RED, 0).shows(30, 3, Paint.WHITE, 0);
    }

    @Test
    default void render_runLengthBmp_isTheSamePicture() throws Exception {
        png(BmpMaker.rle8(61, 31, palette(), BmpContract::index), "61x31")
                .hasSize(61, 31)
                .showsCorners(0);
    }

    @Test
    default void render_bmpWhoseAlphaIsZeroEverywhere_isOpaque() throws Exception {
        BufferedImage corners = Paint.corners(61, 31);
        IntBinaryOperator noAlpha = (x, y) -> corners.getRGB(x, y) & 0xFFFFFF;
        byte[] unnamed = BmpMaker.bmp(61, 31, 32, false, new int[0], noAlpha);
        byte[] named = BmpMaker.masked(61, 31, noAlpha);

        for (byte[] original : List.of(unnamed, named)) {
            DecodedImage decoded = png(original, "40x40").hasSize(40, 20);

            assertThat(decoded.hasAlpha()).isFalse();
            decoded.showsCorners(2);
        }
    }

    @Test
    default void render_bmpWithAlphaMask_isTransparent() throws Exception {
        DecodedImage decoded = png(BmpMaker.masked(61, 31, (x, y) -> x < 30 ? Paint.RED : 0x8000FF00), "61x31");

        decoded.shows(5, 5, Paint.RED, 0).shows(50, 5, Paint.GREEN, 1);
        assertThat(decoded.alpha(50, 5)).isEqualTo(0x80);
    }
}
