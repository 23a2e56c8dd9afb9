package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PsdMaker;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in PSD. */
public interface PsdContract extends Contract {
    int GREY = 1;
    int RGB = 3;
    int CMYK = 4;
    int DUOTONE = 8;
    int LAB = 9;

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    default void render_psdWithAlpha_isTransparent(int depth) throws Exception {
        byte[] original = PsdMaker.psd(40, 20, RGB, depth, true, (x, y) -> new int[] {255, 128, 0, x < 20 ? 255 : 64});

        DecodedImage decoded = png(original, "40x40").hasSize(40, 20).shows(5, 5, 0xFF8000, 1);

        assertThat(decoded.alpha(5, 5)).isEqualTo(255);
        assertThat(decoded.alpha(35, 5)).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({"255, 0, 0, 0, 0099E3", "0, 0, 0, 255, 140500", "0, 0, 0, 0, FFFFFF", "0, 255, 255, 0, E4000E"})
    default void render_cmykPsd_isCmyk(int cyan, int magenta, int yellow, int black, String colour) throws Exception {
        // Photoshop stores CMYK inverted.
        byte[] original = PsdMaker.psd(
                40, 20, CMYK, 8, false, (x, y) -> new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black});

        png(original, "20x20").shows(9, 5, Integer.parseInt(colour, 16), 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    default void render_greyPsd_keepsItsTone(int depth) throws Exception {
        byte[] original = PsdMaker.psd(40, 20, GREY, depth, false, (x, y) -> new int[] {0x50});

        png(original, "20x20").shows(9, 5, 0x505050, 1);
    }

    @Test
    default void render_labPsd_isRefusedByName() {
        byte[] original = PsdMaker.psd(40, 20, LAB, 8, false, (x, y) -> new int[] {0x50, 0x80, 0x80});

        assertThat(refusal(original, ROOMY).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(original, ROOMY).sentence()).contains("Lab PSD");
    }

    private static byte[] filled(int length, int value) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) value);
        return data;
    }

    /** A linear light of 0.5 is 0xBC in sRGB. */
    @Test
    default void render_psdOfFloats_isLinearLight() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(8 * 4 * 3 * 4);
        for (float light : new float[] {0.5f, 0, 2}) {
            for (int i = 0; i < 8 * 4; i++) {
                data.putFloat(light);
            }
        }
        byte[] rgb = PsdMaker.stored(new PsdMaker.Kind(1, 3, 8, 4, 32, RGB), new byte[0], 0, data.array());
        byte[] grey = PsdMaker.stored(new PsdMaker.Kind(1, 1, 8, 4, 32, GREY), new byte[0], 0, data.array());

        png(rgb, "8x4").shows(7, 3, 0xBC00FF, 1);
        png(grey, "8x4").shows(7, 3, 0xBCBCBC, 1);
    }

    @Test
    default void render_psdOfOneBit_isBlackForSetBits() throws Exception {
        byte[] data = {(byte) 0xF0, (byte) 0xF0};

        png(PsdMaker.stored(new PsdMaker.Kind(1, 1, 8, 2, 1, 0), new byte[0], 0, data), "8x2")
                .shows(3, 1, Paint.BLACK, 0)
                .shows(4, 1, Paint.WHITE, 0);
    }

    @Test
    default void render_duotonePsd_isItsGrey() throws Exception {
        byte[] original = PsdMaker.psd(8, 4, DUOTONE, 8, false, (x, y) -> new int[] {0x50});

        png(original, "8x4").shows(7, 3, 0x505050, 0);
    }

    @ParameterizedTest
    @CsvSource({"8, false", "8, true", "16, false", "16, true"})
    default void render_cmykPsdWithMoreChannels_isCmyk(int depth, boolean alpha) throws Exception {
        byte[] original = PsdMaker.psd(8, 4, CMYK, depth, alpha, (x, y) -> new int[] {0, 255, 255, 255, 0x80, 0x33});

        DecodedImage decoded = png(original, "8x4").shows(7, 3, 0x0099E3, 24);

        assertThat(decoded.alpha(7, 3)).isEqualTo(alpha ? 0x80 : 255);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4"})
    default void render_packedPsdAndPsb_areThePicture(int version, int lengths) throws Exception {
        ByteBuffer data = ByteBuffer.allocate(3 * 4 * (lengths + 2));
        for (int i = 0; i < 3 * 4; i++) {
            data.put(new byte[lengths - 1]).put((byte) 2);
        }
        for (int i = 0; i < 3 * 4; i++) {
            data.put((byte) -7).put((byte) (i < 4 ? 255 : i < 8 ? 128 : 0));
        }

        png(PsdMaker.stored(new PsdMaker.Kind(version, 3, 8, 4, 8, RGB), new byte[0], 1, data.array()), "8x4")
                .shows(7, 3, 0xFF8000, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void render_deepPsdWithTransparency_hasAlpha(int version) throws Exception {
        byte[] original = PsdMaker.stored(
                new PsdMaker.Kind(version, 4, 8, 4, 16, RGB),
                PsdMaker.deepLayers(version),
                0,
                filled(8 * 4 * 4 * 2, 0x80));

        assertThat(png(original, "8x4").shows(7, 3, 0x808080, 1).alpha(7, 3)).isEqualTo(0x80);
    }

    @Test
    default void render_psdWhoseLastChannelIsMissing_isThePictureWithoutIt() throws Exception {
        PsdMaker.Kind four = new PsdMaker.Kind(1, 4, 8, 4, 8, RGB);

        png(PsdMaker.stored(four, new byte[0], 0, filled(8 * 4 * 3, 0x80)), "8x4")
                .shows(7, 3, 0x808080, 0);
        assertThat(refusal(PsdMaker.stored(four, new byte[0], 0, filled(8 * 4 * 3 - 1, 0x80)), ROOMY)
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, 0, multichannel PSD",
        "4, 32, 0, PSD of mode 4 with 32 bits",
        "3, 8, 2, PSD whose flattened picture has compression 2",
    })
    default void render_psdOfAnUnsupportedKind_isRefusedByName(int mode, int depth, int compression, String name) {
        PsdMaker.Kind kind = new PsdMaker.Kind(1, 4, 8, 4, depth, mode);

        UnrenderableException refusal = refusal(PsdMaker.stored(kind, new byte[0], compression, new byte[640]), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains(name);
    }
}
