package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in GIF, and the first frame of animations. */
public interface GifContract extends Contract {
    private static GifMaker corners(int width, int height, boolean interlaced) {
        return new GifMaker(width, height)
                .frame(0, 0, width, height, interlaced, (x, y) -> (x * 2 < width ? 0 : 1) + (y * 2 < height ? 0 : 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_gif_isExactInterlacedOrNot(boolean interlaced) throws Exception {
        byte[] gif = corners(41, 23, interlaced).end();

        png(gif, "41x23").hasSize(41, 23).showsCorners(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    default void render_animatedGif_isItsFirstFrameForEveryDisposal(int disposal) throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .control(disposal, 3)
                .frame(10, 5, 20, 10, false, (x, y) -> x < 10 ? 2 : 3)
                .control(disposal, -1)
                .frame(0, 0, 40, 20, false, (x, y) -> 1)
                .end();

        DecodedImage decoded = png(gif, "40x20").hasSize(40, 20).shows(15, 10, Paint.BLUE, 0);

        assertThat(decoded.alpha(15, 10)).isEqualTo(255);
        assertThat(decoded.alpha(25, 10)).as("transparent index").isZero();
        assertThat(decoded.alpha(5, 10)).as("left of the frame").isZero();
        assertThat(decoded.alpha(15, 2)).as("above the frame").isZero();
        assertThat(decoded.alpha(35, 18)).as("beyond the frame").isZero();
    }

    @Test
    default void render_gifFrameThatOverhangsItsScreen_growsTheScreen() throws Exception {
        byte[] gif = corners(40, 20, false).end();
        gif[6] = 20;
        gif[8] = 10;

        png(gif, "40x20").hasSize(40, 20).showsCorners(0);
    }

    @Test
    default void render_truncatedGif_showsItsRows() throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .frame(0, 0, 40, 20, false, 40 * 12 + 7, (x, y) -> 2)
                .end();

        DecodedImage decoded = png(gif, "40x20").hasSize(40, 20).shows(5, 11, Paint.BLUE, 0);

        assertThat(decoded.alpha(5, 11)).isEqualTo(255);
        assertThat(decoded.alpha(35, 15)).isZero();
    }

    @Test
    default void render_truncatedInterlacedGif_repeatsTheRowsAbove() throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .frame(0, 0, 40, 20, true, 40 * 5, (x, y) -> y < 10 ? 0 : 2)
                .end();

        DecodedImage decoded =
                png(gif, "40x20").hasSize(40, 20).shows(5, 7, Paint.RED, 0).shows(5, 19, Paint.BLUE, 0);

        assertThat(decoded.hasAlpha()).isFalse();
    }

    @Test
    default void render_gifWithoutARow_isBroken() {
        byte[] gif =
                new GifMaker(40, 20).frame(0, 0, 40, 20, false, 3, (x, y) -> 2).end();

        assertThat(refusal(gif, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    /** The end code, the block terminator and the trailer may be missing. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_truncatedGif_isWholeOrBroken(boolean interlaced) throws Exception {
        byte[] gif = new GifMaker(21, 13)
                .control(1, 2)
                .frame(0, 0, 21, 13, interlaced, (x, y) -> (x * y + x / 3) % 4)
                .end();

        assertThat(wholeIfCut(gif)).isBetween(3, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0", "UU", ";;", ",", "!", "!\u00FF\13NETSCAPE", "\0!\u00F9\4\1\n\0\0\0,\0\0\0\0\1\0"})
    default void render_gifWithGarbageAfterItsFrame_isTheSamePicture(String garbage) throws Exception {
        byte[] gif = corners(40, 20, false).end();
        byte[] frame = Arrays.copyOf(gif, gif.length - 1);

        png(FileEdits.join(frame, FileEdits.ascii(garbage)), "40x20").showsCorners(0);
        png(FileEdits.join(gif, FileEdits.ascii(garbage)), "40x20").showsCorners(0);
    }

    @Test
    default void render_gifWhoseLastBlockClaimsMore_isTheSamePicture() throws Exception {
        byte[] gif = corners(8, 4, false).end();
        int block = 13 + 12 + 10 + 1;
        gif[block] = (byte) 200;

        png(gif, "8x4").showsCorners(0);
    }

    @Test
    default void render_gifWhoseDataEndsWithoutAnEndCode_isBroken() {
        byte[] gif = corners(8, 4, false).end();
        int block = 13 + 12 + 10 + 1;
        byte[] short9 = FileEdits.join(
                Arrays.copyOf(gif, block), new byte[] {9}, Arrays.copyOfRange(gif, block + 1, block + 10), new byte[] {
                    0, 0x3B
                });

        assertThat(refusal(short9, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_gifWithAnUndefinedCode_isBroken() {
        byte[] gif = corners(40, 20, false).end();
        int block = 13 + 12 + 10 + 1;
        Arrays.fill(gif, block + 20, block + 24, (byte) -1);

        assertThat(refusal(gif, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_gifWithoutAColourTable_isBlackAsInBrowsers() throws Exception {
        byte[] gif = corners(40, 20, false).end();
        gif[10] = 0;
        byte[] bare = FileEdits.join(Arrays.copyOf(gif, 13), Arrays.copyOfRange(gif, 25, gif.length));

        DecodedImage decoded =
                png(bare, "40x20").hasSize(40, 20).shows(5, 5, Paint.BLACK, 0).shows(35, 15, Paint.BLACK, 0);

        assertThat(decoded.hasAlpha()).isFalse();
    }

    @Test
    default void render_gifWhoseColourTableIsTooShort_isBlackBeyondIt() throws Exception {
        byte[] gif = corners(40, 20, false).end();
        gif[10] = (byte) 0x80;
        byte[] poor = FileEdits.join(Arrays.copyOf(gif, 19), Arrays.copyOfRange(gif, 25, gif.length));

        png(poor, "40x20")
                .shows(5, 5, Paint.RED, 0)
                .shows(35, 5, Paint.GREEN, 0)
                .shows(5, 15, Paint.BLACK, 0);
    }

    /** The file has codes of up to 12 bits, a full table, and strings that span several rows. */
    @ParameterizedTest
    @ValueSource(ints = {2, 200})
    default void render_gifWrittenByAnotherEncoder_isExact(int colours) throws Exception {
        BufferedImage indexed = Originals.drawn(
                Paint.opaque(157, 131, (x, y) -> 0xFF000000 | 0x010101 * (Paint.noise(x / 2, y) & 0xFF) % colours),
                BufferedImage.TYPE_BYTE_INDEXED);

        DecodedImage decoded = png(Originals.write(indexed, "gif"), "1000x1000");

        assertThat(decoded.hasSize(157, 131).differenceFrom(indexed)).isZero();
    }
}
