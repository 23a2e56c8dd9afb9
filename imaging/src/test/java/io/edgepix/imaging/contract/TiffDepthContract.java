package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.TiffMaker;
import io.edgepix.imaging.originals.TiffPacker;
import io.edgepix.imaging.sample.SampleDepth;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests TIFFs with depths other than 8 bits, and TIFFs with more samples than colours. */
public interface TiffDepthContract extends Contract {
    List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    private static TiffPacker packer(int bits, ByteOrder order) {
        return new TiffPacker(41, 21, bits, order);
    }

    /** Returns half a step of the given depth, plus the loss of rounding to 8 bits. */
    private static int loss(int bits) {
        return (int) Math.ceil(SampleDepth.step(bits) / 2) + 1;
    }

    private DecodedImage whole(ByteOrder order, TiffMaker.Page page) throws Exception {
        return png(TiffMaker.tiff(order, page), "41x21").hasSize(41, 21);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 24, 31, 32, 64})
    default void render_tiffOfAnyDepth_hasTheStatedBrightness(int bits) throws Exception {
        int grey = bits == 1 ? 255 : 0x55;
        for (ByteOrder order : ORDERS) {
            TiffMaker.Page tone = packer(bits, order).page((x, y) -> new int[] {x < 20 ? grey : 0xFF});
            TiffMaker.Page rgb = packer(bits, order).page((x, y) -> new int[] {255, grey, 0});
            TiffMaker.Page planes = packer(bits, order).planes((x, y) -> new int[] {255, grey, 0});

            whole(order, tone.with(TiffMaker.PHOTOMETRIC, 1))
                    .shows(5, 20, grey * 0x10101, loss(bits))
                    .shows(40, 5, Paint.WHITE, 0);
            whole(order, tone.with(TiffMaker.PHOTOMETRIC, 0))
                    .shows(5, 20, 0xFFFFFF - grey * 0x10101, loss(bits))
                    .shows(40, 5, Paint.BLACK, 0);
            whole(order, rgb).shows(40, 20, 0xFF0000 | grey << 8, loss(bits));
            whole(order, planes).shows(40, 20, 0xFF0000 | grey << 8, loss(bits));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 8, 10, 12, 16})
    default void render_paletteTiffOfAnyDepth_showsItsColours(int bits) throws Exception {
        int count = 1 << bits;
        int[] colours = new int[3 * count];
        colours[count - 1] = 0xFFFF;
        colours[count] = 0x8080;
        TiffPacker.StoredSamples index = (x, y) -> new long[] {x < 20 ? count - 1 : 0};
        for (ByteOrder order : ORDERS) {
            TiffMaker.Page page = packer(bits, order).stored(index, false);

            whole(order, page.with(TiffMaker.PHOTOMETRIC, 3).with(TiffMaker.COLOURS, colours))
                    .shows(5, 5, 0xFF0000, 0)
                    .shows(40, 20, 0x008000, 0);
        }
    }

    @Test
    default void render_tiffWithSamplesOfSeveralDepths_showsThem() throws Exception {
        TiffMaker.Page page = packer(16, ByteOrder.BIG_ENDIAN)
                .stored((x, y) -> new long[] {0xF800}, false)
                .with(TiffMaker.SAMPLES, 3)
                .with(TiffMaker.BITS, 5, 6, 5);

        whole(ByteOrder.BIG_ENDIAN, page).shows(40, 20, 0xFF0000, 0);
    }

    @ParameterizedTest
    @CsvSource({"16, 3800", "24, 3E0000", "32, 3F000000", "64, 3FE0000000000000"})
    default void render_tiffOfFloats_isLinearLight(int bits, String half) throws Exception {
        long stored = Long.parseLong(half, 16);
        for (ByteOrder order : ORDERS) {
            TiffMaker.Page page = packer(bits, order)
                    .stored((x, y) -> new long[] {stored, 0, stored}, false)
                    .with(TiffMaker.SAMPLE_FORMAT, 3);

            whole(order, page).shows(40, 20, 0xBC00BC, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "16, 2", "24, 2", "32, 2", "64, 2", "16, 3", "32, 3"})
    default void render_tiffOfDifferences_isTheirSum(int bits, int predictor) throws Exception {
        long step = 0x0101010101010101L >>> (64 - bits);
        for (ByteOrder order : ORDERS) {
            // The first sample of a row is stored as it is, and all others are equal to it.
            TiffMaker.Page first = packer(bits, order).stored((x, y) -> new long[] {x == 0 ? 0x80 * step : 0}, false);
            TiffMaker.Page page = first.with(TiffMaker.PHOTOMETRIC, 1).with(TiffMaker.PREDICTOR, predictor);

            if (predictor == 2) {
                whole(order, deflated(page)).shows(0, 0, 0x808080, 1).shows(40, 20, 0x808080, 1);
            } else {
                whole(order, deflated(floats(bits))).shows(0, 0, 0xBCBCBC, 1).shows(40, 20, 0xBCBCBC, 1);
            }
        }
    }

    private static TiffMaker.Page deflated(TiffMaker.Page page) throws Exception {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
            out.write(page.data());
        }
        return page.around(data.toByteArray()).with(TiffMaker.COMPRESSION, 8);
    }

    /** Returns floats of 0.5 as differences, with the most significant bytes first. Only the first byte is not 0. */
    private static TiffMaker.Page floats(int bits) {
        byte[] data = new byte[41 * 21 * bits / 8];
        for (int y = 0; y < 21; y++) {
            int row = y * 41 * bits / 8;
            data[row] = (byte) (bits == 16 ? 0x38 : 0x3F);
            // The next bytes of all samples are 0.
            data[row + 41] = (byte) -data[row];
        }
        return TiffMaker.Page.of(41, 21, 1, bits, data)
                .with(TiffMaker.PHOTOMETRIC, 1)
                .with(TiffMaker.SAMPLE_FORMAT, 3)
                .with(TiffMaker.PREDICTOR, 3);
    }

    @ParameterizedTest
    @CsvSource({"8, false", "8, true", "12, false", "16, false", "16, true"})
    default void render_cmykWithAFifthSample_isCmyk(int bits, boolean planes) throws Exception {
        for (ByteOrder order : ORDERS) {
            PngMaker.Samples five = (x, y) -> new int[] {x < 20 ? 255 : 0, 0, 0, 0, x * 6};
            TiffMaker.Page page = planes
                    ? packer(bits, order).planes(five)
                    : packer(bits, order).page(five);

            DecodedImage decoded =
                    whole(order, page.with(TiffMaker.PHOTOMETRIC, 5).with(TiffMaker.EXTRA_SAMPLES, 0));

            decoded.shows(5, 5, 0x0099E3, 24).shows(40, 5, Paint.WHITE, 0);
            assertThat(decoded.hasAlpha()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    default void render_cmykWithAlphaAndASpotColour_isTransparent(int bits) throws Exception {
        TiffMaker.Page page = packer(bits, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {255, 0, 0, 0, 128, 77});

        DecodedImage decoded =
                whole(ByteOrder.BIG_ENDIAN, page.with(TiffMaker.PHOTOMETRIC, 5).with(TiffMaker.EXTRA_SAMPLES, 2, 0));

        assertThat(decoded.shows(5, 5, 0x0099E3, 24).alpha(5, 5)).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({"8, 8A5146", "16, 8A8A51004600"})
    default void render_labWithAlpha_isTransparent(int bits, String red) throws Exception {
        long all = Long.parseLong(red, 16);
        long most = (1L << bits) - 1;
        TiffMaker.Page page = packer(bits, ByteOrder.LITTLE_ENDIAN)
                .stored(
                        (x, y) -> new long[] {all >> (2 * bits), (all >> bits) & most, all & most, x < 20 ? most : 0},
                        false);

        DecodedImage decoded = whole(
                ByteOrder.LITTLE_ENDIAN, page.with(TiffMaker.PHOTOMETRIC, 8).with(TiffMaker.EXTRA_SAMPLES, 2));

        assertThat(decoded.shows(5, 5, 0xFF0000, 8).alpha(5, 5)).isEqualTo(255);
        assertThat(decoded.alpha(40, 5)).isZero();
    }

    @Test
    default void render_unspecifiedSampleOfZeros_isNoAlpha() throws Exception {
        TiffMaker.Page zero = packer(16, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {255, 0, 0, 0});
        TiffMaker.Page some = packer(16, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {255, 0, 0, x < 20 ? 255 : 0});

        assertThat(whole(ByteOrder.BIG_ENDIAN, zero.with(TiffMaker.EXTRA_SAMPLES, 0))
                        .shows(5, 5, 0xFF0000, 0)
                        .hasAlpha())
                .isFalse();
        assertThat(whole(ByteOrder.BIG_ENDIAN, some.with(TiffMaker.EXTRA_SAMPLES, 0))
                        .alpha(40, 5))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "339, 2, TIFF with signed samples",
        "339, 6, TIFF with complex samples",
        "339, 3, TIFF with floating-point samples of 12 bits",
        "258, 65, TIFF with samples of 65 bits",
        "262, 4, TIFF with photometric interpretation 4",
        "262, 6, TIFF with luma and chroma of 12 bits",
    })
    default void render_tiffOfSamplesThatAreNotRead_isRefusedByName(int tag, int value, String name) {
        TiffMaker.Page page = packer(12, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {1, 2, 3});

        UnrenderableException refusal = refusal(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(tag, value)), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains(name);
    }

    @Test
    default void render_tiffOfDifferencesInPartsOfBytes_isRefusedByName() {
        TiffMaker.Page page = packer(12, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {1, 2, 3});
        TiffMaker.Page differences = page.with(TiffMaker.COMPRESSION, 5).with(TiffMaker.PREDICTOR, 2);

        assertThat(refusal(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, differences), ROOMY)
                        .sentence())
                .contains("TIFF with predictor 2 and samples of 12 bits");
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 8", "1, 9", "2, 9"})
    default void render_labWithoutItsColours_isRefusedByName(int samples, int photometric) {
        TiffMaker.Page page = packer(8, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[samples]);
        byte[] lab = TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(TiffMaker.PHOTOMETRIC, photometric));

        UnrenderableException refusal = refusal(lab, ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains("Lab TIFF with " + samples + " samples instead of 3");
    }

    @Test
    default void render_tiffOfTwelveBitJpegs_isRefusedByName() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.plain(16, 16, Paint.RED));
        int frame = 0;
        while (!Bytes.has(jpeg, frame, "\u00FF\u00C0")) {
            frame++;
        }
        jpeg[frame + 1] = (byte) 0xC1;
        jpeg[frame + 4] = 12;
        TiffMaker.Page page = TiffMaker.Page.of(16, 16, 3, 8, jpeg)
                .with(TiffMaker.PHOTOMETRIC, 6)
                .with(TiffMaker.COMPRESSION, 7);

        UnrenderableException refusal = refusal(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains("12-bit");
    }

    /** The first sample is predicted as 2048 of 4095, and the file adds 40. */
    @Test
    default void render_losslessJpegOfTwelveBitsInTiff_hasTheStatedBrightness() throws Exception {
        byte[] jpeg = JpegMaker.lossless(41, 21, 128 + 40);
        jpeg[6] = 12;
        TiffMaker.Page page = TiffMaker.Page.of(41, 21, 1, 12, jpeg)
                .with(TiffMaker.PHOTOMETRIC, 1)
                .with(TiffMaker.COMPRESSION, 7);

        whole(ByteOrder.LITTLE_ENDIAN, page).shows(40, 20, 0x828282, 0);
    }

    @Test
    default void render_tiffOfOtherInks_isRefusedByName() {
        TiffMaker.Page page = packer(8, ByteOrder.BIG_ENDIAN).page((x, y) -> new int[] {1, 2, 3, 4, 5});
        TiffMaker.Page cmyk = page.with(TiffMaker.PHOTOMETRIC, 5).with(332, 2).with(334, 5);

        assertThat(refusal(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, cmyk), ROOMY).sentence())
                .contains("TIFF with inks other than");
    }

    /** The picture has enough different strings to fill the table of codes several times. */
    @Test
    default void render_lzwTiff_isEveryPixel() throws Exception {
        BufferedImage noise = Paint.opaque(120, 90, (x, y) -> (x * 7919 + y * 104_729) * 31 ^ (x * y * 32));

        DecodedImage decoded = png(Originals.tiff(noise, "LZW", 0), "120x90");

        assertThat(decoded.differenceFrom(noise)).isZero();
    }

    @Test
    default void render_tiffWithAPredictorAndNoCompression_ignoresIt() throws Exception {
        TiffMaker.Page page = TiffMaker.Page.of(41, 21, 3, (x, y) -> new int[] {10, 200, 30});

        whole(ByteOrder.BIG_ENDIAN, page.with(TiffMaker.PREDICTOR, 2)).shows(40, 20, 0x0AC81E, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000_000})
    default void render_tiffWithAWrongStripLength_isThePicture(int length) throws Exception {
        TiffMaker.Page page = TiffMaker.Page.of(41, 21, 3, (x, y) -> new int[] {10, 200, 30});

        whole(ByteOrder.BIG_ENDIAN, page.with(TiffMaker.STRIP_LENGTH, length)).shows(40, 20, 0x0AC81E, 0);
    }

    /** The last strip, which is blue, has no length. */
    @Test
    default void render_tiffWithoutTheLengthOfOneStrip_isThePicture() throws Exception {
        PngMaker.Samples colour = (x, y) -> new int[] {10, 200, 30};
        TiffMaker.Page page = packer(8, ByteOrder.LITTLE_ENDIAN).planes(colour);
        byte[] tiff = TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, page);
        Bytes.little(tiff).putInt(lastLength(tiff, 41 * 21), 0);

        png(FileEdits.join(tiff, new byte[1000]), "41x21").shows(40, 20, 0x0AC81E, 0);
    }

    private static int lastLength(byte[] tiff, int length) {
        int last = 0;
        for (int at = 8; at + 4 < tiff.length - 3 * length; at += 2) {
            last = Bytes.little32(tiff, at) == length ? at : last;
        }
        return last;
    }

    @Test
    default void render_tiffWithItsDirectoryAtAnOddOffset_isThePicture() throws Exception {
        TiffMaker.Page page = TiffMaker.Page.of(41, 21, 3, (x, y) -> new int[] {10, 200, 30});
        byte[] tiff = TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, page);
        int entries = Bytes.little16(tiff, 8);
        byte[] directory = Arrays.copyOfRange(tiff, 8, 8 + 2 + entries * 12 + 4);
        byte[] moved = FileEdits.join(tiff, new byte[1 - (tiff.length % 2)], directory);
        Bytes.little(moved).putInt(4, moved.length - directory.length);

        assertThat((moved.length - directory.length) % 2).isEqualTo(1);
        png(moved, "41x21").shows(40, 20, 0x0AC81E, 0);
    }

    @Test
    default void render_tiffWithRowsMissing_isBroken() {
        TiffMaker.Page page = TiffMaker.Page.of(41, 21, 3, (x, y) -> new int[] {10, 200, 30});
        byte[] tiff = TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.around(new byte[41 * 20 * 3]));

        assertThat(refusal(tiff, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }
}
