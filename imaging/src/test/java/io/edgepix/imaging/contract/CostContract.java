package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.TiffMaker;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests small files whose headers demand much work. Most have a header and no data, so a file that is refused for its
 * cost was never decoded.
 */
public interface CostContract extends Contract {
    Limits STRICT = new Limits(50_000_000, 50_000_000);
    Limits LENIENT = new Limits(50_000_000, 50_000_000, Limits.MAX_FRAMES, true);
    int DEPTH_OF_PNG = 24;

    private void isTooCostly(byte[] original) {
        for (Limits limits : new Limits[] {STRICT, LENIENT}) {
            UnrenderableException measured = catchThrowableOfType(
                    UnrenderableException.class, () -> renderer(limits).dimensions(original));

            assertThat(refusal(original, limits).sentence())
                    .startsWith("The picture takes too long to decode: about ")
                    .endsWith("are allowed for " + original.length + " bytes; fewer pixels or rows would work.");
            assertThat(refusal(original, limits).reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(measured.reason()).isEqualTo(Reason.TOO_LARGE);
        }
    }

    private void isNotTooCostly(byte[] original) {
        assertThat(refusal(original, STRICT).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(original, LENIENT).reason()).isEqualTo(Reason.BROKEN);
    }

    private static byte[] pngHeader(int width, int height, int depth, int type, boolean interlaced) {
        byte[] png = FileEdits.pngHeader(width, height);
        png[DEPTH_OF_PNG] = (byte) depth;
        png[DEPTH_OF_PNG + 1] = (byte) type;
        png[DEPTH_OF_PNG + 4] = (byte) (interlaced ? 1 : 0);
        byte[] header = FileEdits.chunk("IHDR", Arrays.copyOfRange(png, 16, 29));
        System.arraycopy(header, 0, png, 8, header.length);
        return png;
    }

    @ParameterizedTest
    @CsvSource({
        "20, 1000000, 8, 0, true",
        "40, 1000000, 8, 6, true",
        "7000, 7000, 16, 6, false",
        "7000, 7000, 16, 2, false",
        "7000, 7000, 8, 6, true",
        "5250, 5250, 8, 6, true",
        "5090, 5090, 16, 2, false",
        "7070, 7070, 8, 3, true"
    })
    default void render_pngOfManyRowsOrBits_isTooLarge(int width, int height, int depth, int type, boolean interlaced) {
        isTooCostly(pngHeader(width, height, depth, type, interlaced));
    }

    @ParameterizedTest
    @CsvSource({"1, 500000, 1, 0, false", "7000, 7000, 8, 2, false", "1000000, 49, 8, 0, false"})
    default void render_pngAtTheLimit_isDecoded(int width, int height, int depth, int type, boolean interlaced) {
        isNotTooCostly(pngHeader(width, height, depth, type, interlaced));
    }

    @ParameterizedTest
    @CsvSource({"1, 16000000", "1000001, 1"})
    default void render_pngOfALongSide_isTooLarge(int width, int height) {
        byte[] png = pngHeader(width, height, 1, 0, false);

        for (Limits limits : new Limits[] {STRICT, LENIENT}) {
            UnrenderableException refusal = refusal(png, limits);

            assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refusal.sentence())
                    .isEqualTo("The picture has " + width + "x" + height
                            + " pixels; sides of at most 1000000 are accepted.");
        }
    }

    @Test
    default void render_pngOfManyRows_isThePicture() throws Exception {
        png(Originals.png(Paint.plain(1, 70_000, Paint.RED)), "1x100")
                .hasSize(1, 100)
                .shows(0, 50, Paint.RED, 0);
    }

    /** Away from a request, only the time differs. */
    @Test
    default void render_costlyPngWithMoreTime_isDecoded() {
        byte[] png = pngHeader(7_000, 7_000, 8, 6, true);

        isTooCostly(png);
        assertThat(refusal(png, STRICT.withTimeFactor(2)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(png, STRICT.withTimeFactor(4)).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(pngHeader(7_200, 7_000, 8, 6, true), STRICT.withTimeFactor(4))
                        .sentence())
                .endsWith("at most 50000000 are accepted.");
    }

    /** A cost that is too high for a small file is acceptable for a large one. */
    @Test
    default void render_costlyPngOfManyBytes_isDecoded() {
        byte[] header = pngHeader(7_000, 7_000, 8, 6, true);

        // Lenient rendering would decode it more than once, which is too expensive.
        UnrenderableException refusal = refusal(FileEdits.join(header, new byte[6_000_000]), STRICT);

        assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
    }

    /** Tiles are read in full width. */
    @Test
    default void render_tiffOfWideTiles_isTooLarge() {
        TiffMaker.Page page = TiffMaker.Page.of(16, 60_000, 1, 8, new byte[0]).with(TiffMaker.PHOTOMETRIC, 1);

        isTooCostly(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(322, 65_520).with(323, 16)));
        isNotTooCostly(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(322, 256).with(323, 16)));
    }

    @Test
    default void render_tiffOfManyStrips_isTooLarge() {
        TiffMaker.Page page = TiffMaker.Page.of(800, 60_000, 1, 16, new byte[0]).with(TiffMaker.PHOTOMETRIC, 1);

        isTooCostly(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(278, 1)));
        isNotTooCostly(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(278, 100)));
    }

    /** Each strip is a JPEG that states its own size. */
    @Test
    default void render_tiffOfHugeJpegs_isTooLarge() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.shades(16, 16));
        TiffMaker.Page page = TiffMaker.Page.of(16, 16, 3, 8, withSize(jpeg, (byte) 0xC0, 60_000))
                .with(TiffMaker.PHOTOMETRIC, 6)
                .with(TiffMaker.COMPRESSION, 7);

        isTooCostly(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page));
    }

    @Test
    default void render_progressiveJpegOfManyBlocks_isTooLarge() throws Exception {
        byte[] jpeg = JpegMaker.jpeg(Paint.shades(16, 16), 1, 1, 0, true);

        isTooCostly(withSize(jpeg, (byte) 0xC2, 7_000));
        isNotTooCostly(Arrays.copyOf(withSize(jpeg, (byte) 0xC2, 4_000), jpeg.length / 3));
    }

    private static byte[] withSize(byte[] jpeg, byte frame, int side) {
        byte[] forged = jpeg.clone();
        int at = FileEdits.indexOf(forged, (byte) 0xFF, frame);
        ByteBuffer.wrap(forged).putShort(at + 5, (short) side).putShort(at + 7, (short) side);
        return forged;
    }

    /** The embedded PNG could have any size. */
    @Test
    default void render_bmpWithAPngInside_isNotRead() throws Exception {
        byte[] bmp = Originals.write(Paint.shades(8, 8), "bmp");
        byte[] holding = FileEdits.join(Arrays.copyOf(bmp, 54), FileEdits.pngHeader(8, 8));
        holding[30] = 5;

        assertThat(refusal(holding, STRICT).sentence())
                .isEqualTo("The picture is of a kind that is not supported: BMP that holds a JPEG or PNG.");
    }
}
