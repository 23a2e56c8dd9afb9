package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegScanCheck;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.TiffMaker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests small files that demand much work. Nothing except the picture itself is decompressed, followed or counted. */
public interface WorkLimitContract extends Contract {
    Duration MOST = Duration.ofSeconds(20);

    private void isThePicture(byte[] original) {
        assertTimeoutPreemptively(
                MOST, () -> png(original, "40x40").hasSize(40, 20).showsCorners(40));
    }

    /**
     * Checks that rendering ends with a picture or a refusal, and not with another error or out of memory. The reader
     * determines which of the two.
     */
    private void isAPictureOrARefusal(byte[] original) {
        assertTimeoutPreemptively(MOST, () -> {
            try {
                assertThat(png(original, "40x40").width()).isBetween(1, 40);
            } catch (UnrenderableException e) {
                assertThat(e.sentence()).isNotEmpty();
            }
        });
    }

    private static byte[] times(int count, byte[] part) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] corners(String format) throws Exception {
        return Originals.write(Paint.corners(80, 40), format);
    }

    @Test
    default void render_jpegWithManySegments_isThePicture() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.corners(80, 40));
        for (int marker : new int[] {0xE1, 0xE2, 0xED, 0xFE}) {
            byte[] segments = times(100_000, new byte[] {(byte) 0xFF, (byte) marker, 0, 8, 'E', 'x', 'i', 'f', 0, 0});

            isThePicture(FileEdits.join(Arrays.copyOf(jpeg, 2), segments, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
        }
    }

    @Test
    default void render_jpegWithManyTables_isAPictureOrARefusal() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.corners(80, 40));
        int codes = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC4);
        byte[] table = Arrays.copyOfRange(jpeg, codes, JpegHeader.segmentEnd(jpeg, codes));

        isAPictureOrARefusal(FileEdits.join(
                Arrays.copyOf(jpeg, codes), times(200_000, table), Arrays.copyOfRange(jpeg, codes, jpeg.length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    default void render_pngWithTextThatUnpacksToGigabytes_isThePicture(String type) throws Exception {
        byte[] bomb = PngMaker.deflate(new byte[60_000_000]);
        byte[] start = FileEdits.ascii(type.equals("iTXt") ? "any\0\1\0\0\0" : "any\0\0");
        byte[] png = corners("png");
        byte[] chunks = times(type.equals("iCCP") ? 1 : 40, FileEdits.chunk(type, FileEdits.join(start, bomb)));

        isThePicture(FileEdits.join(Arrays.copyOf(png, 33), chunks, Arrays.copyOfRange(png, 33, png.length)));
        isThePicture(FileEdits.join(
                Arrays.copyOf(png, png.length - 12), chunks, Arrays.copyOfRange(png, png.length - 12, png.length)));
    }

    @Test
    default void render_pngInTinyChunks_isAPictureOrARefusal() throws Exception {
        byte[] png = corners("png");
        for (int count : new int[] {90_000, 300_000}) {
            isAPictureOrARefusal(FileEdits.join(
                    Arrays.copyOf(png, 33),
                    times(count, FileEdits.chunk("IDAT", new byte[0])),
                    Arrays.copyOfRange(png, 33, png.length)));
        }
    }

    @Test
    default void render_gifWithManyComments_isThePicture() throws Exception {
        byte[] gif = new GifMaker(80, 40)
                .frame(0, 0, 80, 40, false, (x, y) -> (x < 40 ? 0 : 1) + (y < 20 ? 0 : 2))
                .end();
        int frame = 13 + (3 << ((gif[10] & 7) + 1));
        byte[] comments = times(100_000, new byte[] {0x21, (byte) 0xFE, 1, 'a', 0});

        isThePicture(FileEdits.join(Arrays.copyOf(gif, frame), comments, Arrays.copyOfRange(gif, frame, gif.length)));
    }

    @Test
    default void render_tiffWithCircularDirectories_isThePicture() {
        TiffMaker.Page page = TiffMaker.Page.of(80, 40, 3, (x, y) -> {
            int colour = Paint.corners(80, 40).getRGB(x, y);
            return new int[] {colour >> 16 & 255, colour >> 8 & 255, colour & 255};
        });
        byte[] tiff = TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, page);
        ByteBuffer bytes = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(8 + 2 + bytes.getShort(8) * 12, 8);

        isThePicture(tiff);
    }

    /** One tag at a time claims the largest possible number of values. */
    @Test
    default void render_tiffWithEndlessTags_isAPictureOrARefusal() {
        TiffMaker.Page page = TiffMaker.Page.of(80, 40, 3, (x, y) -> new int[] {x, y, 7});
        byte[] tiff = TiffMaker.tiff(
                ByteOrder.LITTLE_ENDIAN,
                page.with(700, 1).with(34675, 1).with(322, 80).with(323, 40));
        int tags = tiff[8];
        for (int tag = 0; tag < tags; tag++) {
            for (int count : new int[] {Integer.MAX_VALUE, -1, 100_000_000, 0}) {
                byte[] forged = tiff.clone();
                ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + tag * 12 + 4, count);

                isAPictureOrARefusal(forged);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 317, 322, 323, 338})
    default void render_tiffWithHugeValues_isAPictureOrARefusal(int tag) {
        for (int value : new int[] {0, 1, 255, 32_767, 65_535}) {
            TiffMaker.Page page = TiffMaker.Page.of(80, 40, 3, (x, y) -> new int[] {x, y, 7});

            isAPictureOrARefusal(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(tag, value)));
            isAPictureOrARefusal(TiffMaker.tiff(
                    ByteOrder.BIG_ENDIAN, page.with(322, 80).with(323, 40).with(tag, value)));
        }
    }

    @Test
    default void render_bmpWithEndlessColours_isAPictureOrARefusal() throws Exception {
        byte[] bmp = Originals.write(Originals.drawn(Paint.corners(80, 40), BufferedImage.TYPE_BYTE_INDEXED), "bmp");
        for (int offset = 10; offset < 54; offset += 4) {
            for (int value : new int[] {Integer.MAX_VALUE, -1, 100_000_000}) {
                byte[] forged = bmp.clone();
                Bytes.little(forged).putInt(offset, value);

                isAPictureOrARefusal(forged);
            }
        }
    }

    @Test
    default void render_psdWithEndlessBlocks_isAPictureOrARefusal() {
        byte[] psd = Originals.psd(Paint.corners(80, 40));
        for (int offset : new int[] {26, 30, 34}) {
            for (int value : new int[] {Integer.MAX_VALUE, -1, 100_000_000}) {
                byte[] forged = psd.clone();
                ByteBuffer.wrap(forged).putInt(offset, value);

                isAPictureOrARefusal(forged);
            }
        }
        psd[13] = 56;
        isAPictureOrARefusal(psd);
    }

    @Test
    default void render_webpWithAHugeCanvas_isTooLarge() throws Exception {
        byte[] frame = Originals.webp(Paint.plain(10, 10, Paint.RED));

        assertThat(refusal(FileEdits.animatedWebp(frame, 0, 0, 10, 10, 1 << 24, 1 << 24), ROOMY)
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    default void render_webpWithMegabytesOfMetadata_isThePicture() throws Exception {
        byte[] webp = FileEdits.webpWithExif(Originals.webp(Paint.corners(80, 40)), 80, 40, 1);
        byte[] filler = FileEdits.join(FileEdits.ascii("XMP "), new byte[] {0, 0, 0x40, 0}, new byte[4 << 20]);
        byte[] whole = FileEdits.join(webp, filler);
        Bytes.little(whole).putInt(4, whole.length - 8);

        isThePicture(whole);
        assertThat(refusal(whole, new Limits(1_000_000, 4_000_000)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    /** The work is pixels times scans, so large pictures may have fewer scans. */
    @Test
    default void render_largeProgressiveJpegWithManyScans_isTooLarge() throws Exception {
        byte[] jpeg = JpegMaker.jpeg(Paint.shades(16, 16), 2, 2, 0, true);
        int end = jpeg.length - 2;
        int first = JpegHeader.read(jpeg).scanStart();
        int last = first;
        for (int at = first; at < end; at = JpegDcScans.next(jpeg, at)) {
            last = at;
        }
        byte[] scans = times(30, Arrays.copyOfRange(jpeg, last, end));
        byte[] many = FileEdits.join(Arrays.copyOf(jpeg, end), scans, new byte[] {(byte) 0xFF, (byte) 0xD9});
        int frame = FileEdits.indexOf(many, (byte) 0xFF, (byte) 0xC2);
        ByteBuffer.wrap(many).putShort(frame + 5, (short) 10_000).putShort(frame + 7, (short) 5_000);

        assertThat(refusal(many, new Limits(1_000_000, 50_000_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(JpegScanCheck.most(1_000_000)).isEqualTo(100);
        assertThat(JpegScanCheck.most(50_000_000)).isEqualTo(20);
    }
}
