package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.TiffMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in TIFF. */
public interface TiffContract extends Contract {
    private static TiffMaker.Page page(BufferedImage image) {
        return TiffMaker.Page.of(image.getWidth(), image.getHeight(), 3, (x, y) -> {
            int colour = image.getRGB(x, y);
            return new int[] {colour >> 16, colour >> 8, colour};
        });
    }

    private static TiffMaker.Page plain(int... samples) {
        return TiffMaker.Page.of(40, 20, samples.length, (x, y) -> samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    default void render_tiffWithOrientation_standsUpright(int orientation) throws Exception {
        BufferedImage stored = Paint.stored(Paint.corners(120, 60), orientation);
        TiffMaker.Page page = page(stored).with(TiffMaker.ORIENTATION, orientation);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            png(TiffMaker.tiff(order, page), "60x60").hasSize(60, 30).showsCorners(20);
        }
    }

    @Test
    default void render_tiffOfPages_isTheFirst() throws Exception {
        TiffMaker.Page first = page(Paint.corners(120, 60));
        TiffMaker.Page second = page(Paint.plain(30, 30, Paint.BLACK));

        png(TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, first, second, second), "60x60")
                .hasSize(60, 30)
                .showsCorners(20);
    }

    @ParameterizedTest
    @CsvSource({"255, 0, 0, 0, 0099E3", "0, 0, 0, 255, 140500", "0, 0, 0, 0, FFFFFF", "0, 255, 255, 0, E4000E"})
    default void render_cmykTiff_isCmyk(int cyan, int magenta, int yellow, int black, String colour) throws Exception {
        TiffMaker.Page cmyk = plain(cyan, magenta, yellow, black).with(TiffMaker.PHOTOMETRIC, 5);

        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, cmyk), "20x20").shows(9, 5, Integer.parseInt(colour, 16), 24);
    }

    @Test
    default void render_sixteenBitTiff_keepsItsTones() throws Exception {
        byte[] data = new byte[40 * 20 * 6];
        for (int i = 0; i < data.length; i += 6) {
            data[i] = 0x40;
            data[i + 2] = (byte) 0x80;
            data[i + 4] = (byte) 0xC0;
        }
        TiffMaker.Page rgb = TiffMaker.Page.of(40, 20, 3, 16, data);
        TiffMaker.Page grey = TiffMaker.Page.of(120, 20, 1, 16, data).with(TiffMaker.PHOTOMETRIC, 1);

        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, rgb), "20x20").shows(10, 5, 0x4080C0, 1);
        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, grey), "20x20").shows(10, 1, 0x808080, 1);
    }

    /** A linear light of 0.5 is 0xBC in sRGB. NaN is black, and values over 1 are 1. */
    @Test
    default void render_floatingPointTiff_isLinearLight() throws Exception {
        ByteBuffer light = ByteBuffer.allocate(40 * 20 * 12);
        while (light.hasRemaining()) {
            light.putFloat(0.5f).putFloat(Float.NaN).putFloat(3);
        }
        TiffMaker.Page page = TiffMaker.Page.of(40, 20, 3, 32, light.array()).with(TiffMaker.SAMPLE_FORMAT, 3);

        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page), "20x20").shows(10, 5, 0xBC00FF, 1);
    }

    @Test
    default void render_greyTiff_whicheverEndIsWhite() throws Exception {
        TiffMaker.Page grey = plain(0x40);

        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, grey.with(TiffMaker.PHOTOMETRIC, 1)), "20x20")
                .shows(10, 5, 0x404040, 1);
        png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, grey.with(TiffMaker.PHOTOMETRIC, 0)), "20x20")
                .shows(10, 5, 0xBFBFBF, 1);
    }

    /**
     * An ExtraSamples value of 0 is unspecified, and 1 and 2 are alpha. The fourth sample is 0 except in one pixel at
     * most.
     */
    @ParameterizedTest
    @CsvSource({"0, 8, 0, 255", "0, 16, 0, 255", "0, 8, 1, 0", "1, 8, 0, 0", "2, 8, 0, 0", "2, 16, 0, 0"})
    default void render_tiffWithAnUnspecifiedFourthSampleOfZero_isOpaque(int extra, int bits, int one, int alpha)
            throws Exception {
        byte[] data = new byte[20 * 20 * 4 * bits / 8];
        for (int i = 0; i < 400; i++) {
            data[i * 4 * bits / 8] = (byte) 200;
        }
        data[data.length - 1] = (byte) one;
        TiffMaker.Page page = TiffMaker.Page.of(20, 20, 4, bits, data).with(TiffMaker.EXTRA_SAMPLES, extra);

        DecodedImage decoded = png(TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page), "20x20");

        assertThat(decoded.alpha(5, 5)).isEqualTo(alpha);
        if (alpha > 0) {
            decoded.shows(5, 5, 0xC80000, 1);
        }
    }

    /** An ExtraSamples value of 1 is alpha that is multiplied into the colours, and 2 is straight alpha. */
    @ParameterizedTest
    @CsvSource({"1, FF8000, 128", "2, 804000, 128"})
    default void render_tiffWithFourthSample_hasAlphaIfStated(int extra, String colour, int alpha) throws Exception {
        TiffMaker.Page page = plain(0x80, 0x40, 0, 0x80).with(TiffMaker.EXTRA_SAMPLES, extra);

        DecodedImage decoded = png(TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, page), "20x20");

        assertThat(decoded.alpha(5, 5)).isEqualTo(alpha);
        decoded.shows(5, 5, Integer.parseInt(colour, 16), 2);
    }

    @Test
    default void render_tiffOfAnUnsupportedKind_isRefusedByName() {
        TiffMaker.Page jpeg2000 = plain(1, 2, 3).with(TiffMaker.COMPRESSION, 34712);
        TiffMaker.Page floats = TiffMaker.Page.of(40, 20, 3, 32, new byte[40 * 20 * 12])
                .with(TiffMaker.PHOTOMETRIC, 8)
                .with(TiffMaker.SAMPLE_FORMAT, 3);

        UnrenderableException first = refusal(TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, jpeg2000), ROOMY);
        UnrenderableException second = refusal(TiffMaker.tiff(ByteOrder.LITTLE_ENDIAN, floats), ROOMY);

        assertThat(first.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(first.sentence()).contains("TIFF with compression 34712");
        assertThat(second.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(second.sentence()).contains("32-bit Lab TIFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits", "JPEG"})
    default void render_compressedTiff_isTheSamePicture(String compression) throws Exception {
        BufferedImage corners = Paint.corners(120, 60);

        png(Originals.tiff(corners, compression, 0), "60x60").hasSize(60, 30).showsCorners(40);
        png(Originals.tiff(corners, compression, 16), "60x60").hasSize(60, 30).showsCorners(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW"})
    default void render_faxTiff_isBlackAndWhite(String compression) throws Exception {
        BufferedImage page = new BufferedImage(120, 60, BufferedImage.TYPE_BYTE_BINARY);
        Paint.paint(page, (x, y) -> x / 20 % 2 == 0 ? Paint.BLACK : Paint.WHITE);

        DecodedImage decoded = png(Originals.tiff(page, compression, 0), "120x60");

        decoded.shows(10, 30, Paint.BLACK, 0).shows(30, 30, Paint.WHITE, 0).shows(110, 5, Paint.WHITE, 0);
    }

    @Test
    default void render_paletteTiff_showsItsColours() throws IOException, UnrenderableException {
        BufferedImage palette = Originals.drawn(Paint.corners(120, 60), BufferedImage.TYPE_BYTE_INDEXED);

        png(Originals.tiff(palette, "LZW", 0), "60x60").hasSize(60, 30).showsCorners(20);
    }
}
