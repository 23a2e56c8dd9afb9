package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.IcoMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in ICO. */
public interface IcoContract extends Contract {
    IntBinaryOperator NO_MASK = (x, y) -> 0;

    private static int[] palette() {
        return new int[] {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE};
    }

    private static IntBinaryOperator pixel(int bits) {
        BufferedImage corners = Paint.corners(40, 40);
        return switch (bits) {
            case 16 -> (x, y) -> fiveBits(corners.getRGB(x, y));
            case 24, 32 -> corners::getRGB;
            default -> (x, y) -> (x < 20 ? 0 : 1) + (y < 20 ? 0 : 2);
        };
    }

    private static int fiveBits(int colour) {
        return (colour >> 19 & 31) << 10 | (colour >> 11 & 31) << 5 | (colour >> 3 & 31);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 24, 32})
    default void render_icoOfEachDepth_isTheSamePicture(int bits) throws Exception {
        int[] colours = bits > 8 ? new int[0] : palette();
        byte[] rows = IcoMaker.rows(40, bits, colours, pixel(bits), NO_MASK);

        DecodedImage decoded =
                png(new IcoMaker().with(40, bits, rows).end(), "40x40").hasSize(40, 40);

        decoded.showsCorners(0);
        assertThat(decoded.hasAlpha()).isFalse();
    }

    @Test
    default void render_icoOfOneBitWithMask_isTransparentUnderTheMask() throws Exception {
        int[] colours = {Paint.RED, Paint.WHITE};
        byte[] rows = IcoMaker.rows(40, 1, colours, (x, y) -> x < 20 ? 0 : 1, (x, y) -> y < 10 ? 1 : 0);

        DecodedImage decoded = png(new IcoMaker().with(40, 1, rows).end(), "40x40");

        decoded.shows(5, 30, Paint.RED, 0).shows(30, 30, Paint.WHITE, 0);
        assertThat(decoded.alpha(5, 5)).isZero();
        assertThat(decoded.alpha(5, 15)).isEqualTo(255);
    }

    @Test
    default void render_icoWithAlpha_needsNoMask() throws Exception {
        byte[] rows = IcoMaker.rows(40, 32, new int[0], (x, y) -> x < 20 ? Paint.RED : 0x8000FF00, (x, y) -> 1);

        DecodedImage decoded =
                png(new IcoMaker().with(40, 32, rows).end(), "40x40").shows(5, 5, Paint.RED, 0);

        assertThat(decoded.alpha(5, 5)).isEqualTo(255);
        assertThat(decoded.alpha(30, 5)).isEqualTo(128);
    }

    @Test
    default void render_icoWhoseAlphaHidesAll_usesItsMask() throws Exception {
        byte[] rows = IcoMaker.rows(40, 32, new int[0], (x, y) -> 0x0000FF, (x, y) -> x < 20 ? 1 : 0);

        DecodedImage decoded =
                png(new IcoMaker().with(40, 32, rows).end(), "40x40").shows(30, 5, Paint.BLUE, 0);

        assertThat(decoded.alpha(5, 5)).isZero();
    }

    @Test
    default void render_icoOfSeveral_isTheLargestAndBest() throws Exception {
        byte[] small = Originals.png(Paint.plain(16, 16, Paint.BLACK));
        byte[] poor = IcoMaker.rows(40, 8, new int[] {Paint.BLACK, Paint.WHITE}, (x, y) -> 0, NO_MASK);
        byte[] good = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        byte[] png = Originals.png(Paint.corners(256, 256));

        png(
                        new IcoMaker()
                                .with(16, 32, small)
                                .with(40, 8, poor)
                                .with(40, 24, good)
                                .end(),
                        "40x40")
                .hasSize(40, 40)
                .showsCorners(0);
        png(
                        new IcoMaker()
                                .with(40, 24, good)
                                .with(0, 32, png)
                                .with(16, 32, small)
                                .end(),
                        "500x500")
                .hasSize(256, 256)
                .showsCorners(0);
    }

    @Test
    default void render_truncatedIco_isBroken() {
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        byte[] ico = new IcoMaker().with(40, 24, rows).end();
        byte[] claims = new IcoMaker().with(40, 24, Arrays.copyOf(rows, 2000)).end();

        assertThat(refusal(Arrays.copyOf(ico, 1000), ROOMY).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(claims, ROOMY).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(new IcoMaker().with(40, 24, new byte[60]).end(), ROOMY)
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_icoWithManyPixels_isTooLarge() {
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        byte[] ico = new IcoMaker().with(40, 24, rows).end();

        assertThat(refusal(ico, new Limits(20_000, 1_599)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    private static byte[] two() throws IOException {
        byte[] small = Originals.png(Paint.plain(16, 16, Paint.BLACK));
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        return new IcoMaker().with(16, 32, small).with(40, 24, rows).end();
    }

    @Test
    default void render_icoWithAnythingInItsEntries_isThePictureTheyPointTo() throws Exception {
        byte[] ico = two();
        for (int entry = 6; entry < 38; entry += 16) {
            Arrays.fill(ico, entry, entry + 8, (byte) 0xFF);
        }

        png(ico, "40x40").hasSize(40, 40).showsCorners(0);
    }

    @Test
    default void render_cursor_isItsPicture() throws Exception {
        byte[] cursor = two();
        cursor[2] = 2;
        Arrays.fill(cursor, 10, 14, (byte) 8); // the position of the hot spot
        Arrays.fill(cursor, 26, 30, (byte) 3);

        png(cursor, "40x40").hasSize(40, 40).showsCorners(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_000, 1_000_000, -1})
    default void render_icoWhoseEntryStatesAnotherLength_isTheSamePicture(int length) throws Exception {
        byte[] rows = two();
        byte[] png = new IcoMaker()
                .with(80, 32, Originals.png(Paint.corners(80, 80)))
                .end();
        Bytes.little(rows).putInt(6 + 16 + 8, length);
        Bytes.little(png).putInt(6 + 8, length);

        png(rows, "40x40").hasSize(40, 40).showsCorners(0);
        png(png, "80x80").hasSize(80, 80).showsCorners(0);
    }

    /** The lengths end before the mask, inside it, and one byte before its end. Another picture may follow the mask. */
    @ParameterizedTest
    @ValueSource(ints = {40 + 40 * 120, 40 + 40 * 120 + 100, 40 + 40 * 128 - 1})
    default void render_icoWhoseEntryEndsBeforeItsMaskDoes_hasTheMask(int length) throws Exception {
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), (x, y) -> y < 10 ? 1 : 0);
        byte[] small = Originals.png(Paint.plain(16, 16, Paint.BLACK));
        byte[] alone = new IcoMaker().with(40, 24, rows).end();
        byte[] two = new IcoMaker().with(40, 24, rows).with(16, 32, small).end();

        for (byte[] ico : List.of(alone, two)) {
            Bytes.little(ico).putInt(6 + 8, length);

            DecodedImage decoded = png(ico, "40x40").hasSize(40, 40);

            assertThat(decoded.alpha(5, 5)).isZero();
            assertThat(decoded.alpha(5, 15)).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 5_000, Integer.MAX_VALUE})
    default void render_icoWithAMissingPicture_isTheOtherOne(int start) throws Exception {
        byte[] ico = two();
        ico[6] = (byte) 255;
        ico[7] = (byte) 255;
        Bytes.little(ico).putInt(6 + 12, start);

        png(ico, "40x40").hasSize(40, 40).showsCorners(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 150, 1_000})
    default void render_icoWhoseLargerPngIsTruncated_isTheWholeOne(int length) throws Exception {
        byte[] png = Originals.png(Paint.opaque(80, 80, Paint::noise));
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        byte[] ico = new IcoMaker()
                .with(80, 32, Arrays.copyOf(png, length))
                .with(40, 24, rows)
                .end();

        png(ico, "80x80").hasSize(40, 40).showsCorners(0);
    }

    @Test
    default void render_icoWhoseLargerPngLacksItsEnd_isThatPng() throws Exception {
        byte[] png = Originals.png(Paint.corners(80, 80));
        byte[] rows = IcoMaker.rows(40, 24, new int[0], (x, y) -> 0, NO_MASK);
        byte[] ico = new IcoMaker()
                .with(40, 24, rows)
                .with(80, 32, Arrays.copyOf(png, png.length - 12))
                .end();

        png(ico, "80x80").hasSize(80, 80).showsCorners(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 24, 32})
    default void render_truncatedIco_isWholeOrBroken(int bits) throws Exception {
        int[] colours = bits > 8 ? new int[0] : palette();
        IntBinaryOperator pixel = (x, y) -> bits == 4 ? (x + y) % 4 : 0xC0000000 | x * 0x110905 + y;
        byte[] rows = IcoMaker.rows(12, bits, colours, pixel, (x, y) -> (x + y) / 3 % 2);

        wholeIfCut(new IcoMaker().with(12, bits, rows).end());
    }

    @Test
    default void render_icoWithoutAMask_isOpaque() throws Exception {
        byte[] rows = IcoMaker.rows(40, 24, new int[0], pixel(24), NO_MASK);
        byte[] bare = Arrays.copyOf(rows, 40 + 40 * 120);

        DecodedImage decoded = png(
                new IcoMaker().with(40, 24, bare).with(16, 32, new byte[900]).end(), "40x40");

        decoded.hasSize(40, 40).showsCorners(0);
        assertThat(decoded.hasAlpha()).isFalse();
    }
}
