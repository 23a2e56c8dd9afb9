package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.BmpMaker;
import io.edgepix.imaging.originals.Paint;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests BMPs with less common headers, masks and run lengths. The expected pictures are those of Chromium. */
public interface BmpKindContract extends Contract {
    int RLE8 = 1;
    int RLE4 = 2;
    int RLE24 = 4;

    private static int[] palette() {
        return new int[] {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE};
    }

    private static int[] masks(String words) {
        return Arrays.stream(words.split(" "))
                .mapToInt(HexFormat::fromHexDigits)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"40, 255", "52, 255", "56, 128", "108, 128", "124, 128"})
    default void render_bmpWithMasks_hasAlphaIfItsHeaderHasThatMask(int header, int alpha) throws Exception {
        byte[] original = BmpMaker.fields(
                header, 8, 4, masks("00FF0000 0000FF00 000000FF FF000000"), (x, y) -> x < 4 ? Paint.RED : 0x8000FF00);

        DecodedImage decoded = png(original, "8x4").shows(1, 1, Paint.RED, 0).shows(6, 2, Paint.GREEN, 1);

        assertThat(decoded.alpha(1, 1)).isEqualTo(255);
        assertThat(decoded.alpha(6, 2)).isEqualTo(alpha);
    }

    @ParameterizedTest
    @CsvSource({
        "3FF00000 000FFC00 000003FF C0000000, 3FF80000, FF8000, 0",
        "3FF00000 000FFC00 000003FF C0000000, FFF80000, FF8000, 255",
        "3FF00000 000FFC00 000003FF C0000000, 7FF80000, FF8000, 85",
        "FFE00000 001FFC00 000003FF 00000000, FFF00000, FF8000, 255",
        "FFFF0000 0000FF00 000000FF 00000000, FFFF8000, FF8000, 255",
        "80000000 7FFFFFFF 00000000 00000000, C0000000, FF8000, 255",
        "00000001 000000FE 0000FF00 00000000, 00000081, FF8000, 255",
    })
    default void render_bmpWithFieldsOfAnyWidth_hasTheStatedBrightness(
            String fields, String pixel, String colour, int alpha) throws Exception {
        int stored = HexFormat.fromHexDigits(pixel);
        int seenAlpha = masks(fields)[3];
        // One pixel is opaque, so an alpha of 0 is not taken for an unused field.
        byte[] original = BmpMaker.fields(56, 4, 1, masks(fields), (x, y) -> x == 3 ? stored | seenAlpha : stored);

        DecodedImage decoded = png(original, "4x1");

        assertThat(decoded.alpha(0, 0)).isEqualTo(alpha);
        decoded.shows(3, 0, HexFormat.fromHexDigits(colour), 1);
    }

    @Test
    default void render_bmpWithFourMasksAfterItsHeader_hasAlpha() throws Exception {
        byte[] original = BmpMaker.alphaFields(
                8, 4, masks("000000FF 0000FF00 00FF0000 FF000000"), (x, y) -> x < 4 ? 0xFF0000FF : 0x4000FF00);

        DecodedImage decoded = png(original, "8x4").shows(1, 1, Paint.RED, 0).shows(6, 2, Paint.GREEN, 2);

        assertThat(decoded.alpha(6, 2)).isEqualTo(64);
    }

    /** Browsers ignore the alpha mask in a header of 56 bytes. */
    @ParameterizedTest
    @CsvSource({"56, 255", "108, 128", "124, 128"})
    default void render_bmpWithAnAlphaMaskAndNoFields_hasAlphaInLongHeaders(int header, int alpha) throws Exception {
        byte[] original = BmpMaker.fields(
                header, 8, 4, masks("00FF0000 0000FF00 000000FF FF000000"), (x, y) -> x < 4 ? Paint.RED : 0x8000FF00);
        Bytes.little(original).putInt(30, 0);

        assertThat(png(original, "8x4").shows(6, 2, Paint.GREEN, 1).alpha(6, 2)).isEqualTo(alpha);
    }

    @Test
    default void render_bmpWhoseFieldsHaveGaps_isRefusedByName() {
        int[] fields = masks("00F0F000 00000F00 000000FF 00000000");

        UnrenderableException refusal = refusal(BmpMaker.fields(40, 8, 4, fields, (x, y) -> x), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains("bit fields that have gaps");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 24, 28, 32, 36, 40, 42, 44, 46, 48, 60, 64})
    default void render_bmpOfOs2WithAShortenedHeader_isThePicture(int header) throws Exception {
        int[] all = Arrays.copyOf(palette(), 16);
        byte[] original = BmpMaker.shortened(header, 61, 31, 4, all, (x, y) -> (x < 30 ? 0 : 1) + (y < 15 ? 0 : 2));

        png(original, "61x31").hasSize(61, 31).showsCorners(0);
    }

    @Test
    default void render_bmpOfTwoBits_isFourColours() throws Exception {
        byte[] original = BmpMaker.bmp(61, 31, 2, true, palette(), (x, y) -> (x < 30 ? 0 : 1) + (y < 15 ? 0 : 2));

        png(original, "61x31").hasSize(61, 31).showsCorners(0);
    }

    @Test
    default void render_bmpWithAShortPalette_isBlackForMissingColours() throws Exception {
        byte[] original = BmpMaker.bmp(8, 4, 8, false, palette(), (x, y) -> x < 4 ? 1 : 200);
        byte[] truncated = BmpMaker.bmp(8, 4, 8, false, palette(), (x, y) -> x < 4 ? 1 : 200);
        Bytes.little(truncated).putInt(46, 0);

        png(original, "8x4").shows(1, 1, Paint.GREEN, 0).shows(6, 1, Paint.BLACK, 0);
        png(truncated, "8x4").shows(1, 1, Paint.GREEN, 0).shows(6, 1, Paint.BLACK, 0);
    }

    @Test
    default void render_bmpWithALongPalette_readsWhatItNeeds() throws Exception {
        int[] colours = Arrays.copyOf(palette(), 300);

        png(BmpMaker.bmp(8, 4, 1, false, colours, (x, y) -> x < 4 ? 0 : 1), "8x4")
                .shows(1, 1, Paint.RED, 0)
                .shows(6, 1, Paint.GREEN, 0);
    }

    /** The runs contain two pixels of the lower row and four of the upper row. */
    @ParameterizedTest
    @ValueSource(strings = {"0001", "00", ""})
    default void render_runsWithAnEarlyEndOfLine_areBlackThere(String end) throws Exception {
        int[] start = {2, 1, 0, 0, 4, 0};
        int[] codes = Arrays.copyOf(start, start.length + end.length() / 2);
        for (int i = 0; i < end.length() / 2; i++) {
            codes[start.length + i] = end.charAt(2 * i + 1) - '0';
        }

        DecodedImage decoded = png(BmpMaker.coded(4, 2, 8, RLE8, palette(), codes), "4x2");

        decoded.shows(0, 1, Paint.GREEN, 0).shows(3, 0, Paint.RED, 0);
        decoded.shows(3, 1, Paint.BLACK, 0);
        assertThat(decoded.hasAlpha()).isFalse();
    }

    @Test
    default void render_runsLongerThanTheirRow_areCutThere() throws Exception {
        int[] codes = {9, 1, 0, 0, 0, 5, 2, 2, 2, 2, 3, 0, 0, 1};

        png(BmpMaker.coded(4, 2, 8, RLE8, palette(), codes), "4x2")
                .shows(0, 1, Paint.GREEN, 0)
                .shows(3, 0, Paint.BLUE, 0);
    }

    @Test
    default void render_runsThatEndEarly_areBlackThere() throws Exception {
        DecodedImage decoded = png(BmpMaker.coded(4, 2, 8, RLE8, palette(), 4, 1, 0, 1), "4x2");

        decoded.shows(3, 1, Paint.GREEN, 0).shows(0, 0, Paint.BLACK, 0);
    }

    @Test
    default void render_runsWithSkippedPixels_areBlackThere() throws Exception {
        // A pixel, a delta of one to the right and one up, a literal of two pixels, and the end.
        int[] codes = {1, 1, 0, 2, 1, 1, 2, 2, 0, 1};

        DecodedImage decoded = png(BmpMaker.coded(4, 2, 8, RLE8, palette(), codes), "4x2");

        decoded.shows(0, 1, Paint.GREEN, 0).shows(2, 0, Paint.BLUE, 0).shows(3, 0, Paint.BLUE, 0);
        decoded.shows(1, 1, Paint.BLACK, 0).shows(0, 0, Paint.BLACK, 0);
    }

    @Test
    default void render_literalsOfRuns_areFilledUpToPairsOfBytes() throws Exception {
        int[] eight = {0, 3, 1, 2, 3, 0, 1, 0, 0, 1};
        int[] four = {0, 3, 0x12, 0x30, 1, 0, 0, 1};

        for (byte[] original : new byte[][] {
            BmpMaker.coded(4, 1, 8, RLE8, palette(), eight), BmpMaker.coded(4, 1, 4, RLE4, palette(), four)
        }) {
            png(original, "4x1")
                    .shows(0, 0, Paint.GREEN, 0)
                    .shows(1, 0, Paint.BLUE, 0)
                    .shows(2, 0, Paint.WHITE, 0)
                    .shows(3, 0, Paint.RED, 0);
        }
    }

    @Test
    default void render_runsOfWholeColours_areThePicture() throws Exception {
        byte[] original = BmpMaker.coded(4, 1, 24, RLE24, new int[0], 3, 0, 0, 255, 1, 255, 0, 0, 0, 1);

        png(original, "4x1").shows(2, 0, Paint.RED, 0).shows(3, 0, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @CsvSource({"'4,1,0,0,2,1'", "'4,1,0,0'", "'4,1,0,2,0,9,0,1'", "'4,1,0,0,0,4,1,1'"})
    default void render_runsWithRowsMissing_areBroken(String codes) {
        int[] bytes =
                Arrays.stream(codes.split(",")).mapToInt(Integer::parseInt).toArray();

        assertThat(refusal(BmpMaker.coded(4, 2, 8, RLE8, palette(), bytes), ROOMY)
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, BMP in OS/2's Huffman coding",
        "64, 0, 64-bit BMP",
        "8, 11, BMP with compression 11",
        "32, 1, 32-bit BMP with compression 1",
        "4, 1, 4-bit BMP with compression 1",
        "1, 1, 1-bit BMP with compression 1",
        "8, 2, 8-bit BMP with compression 2",
        "2, 2, 2-bit BMP with compression 2",
        "0, 4, BMP that holds a JPEG or PNG",
        "0, 5, BMP that holds a JPEG or PNG",
    })
    default void render_bmpOfAnUnsupportedKind_isRefusedByName(int bits, int compression, String name) {
        UnrenderableException refusal =
                refusal(BmpMaker.coded(4, 2, bits, compression, new int[0], new int[64]), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains(name);
    }

    /** OS/2 uses the same number for RLE24. */
    @Test
    default void render_bmpOf24BitsWithAJpegInside_isNotReadAsRunLengths() {
        byte[] original = BmpMaker.coded(4, 2, 24, RLE24, new int[0], 0xFF, 0xD8, 0xFF, 0xE0, 0, 1);

        assertThat(refusal(original, ROOMY).sentence()).contains("BMP that holds a JPEG or PNG");
    }

    @Test
    default void render_bmpWhoseLastRowIsNotFilledUp_isThePicture() throws Exception {
        byte[] whole = BmpMaker.bmp(61, 31, 24, true, new int[0], Paint.corners(61, 31)::getRGB);

        png(Arrays.copyOf(whole, whole.length - 1), "61x31").showsCorners(0);
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 4), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_bmpWithAProfile_isConverted() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        png(BmpMaker.withProfile(8, 4, linear, (x, y) -> 0x808080), "8x4").shows(1, 1, 0xBCBCBC, 2);
    }
}
