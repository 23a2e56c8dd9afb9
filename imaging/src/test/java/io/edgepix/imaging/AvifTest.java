package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.formats.AvifSamples;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.AvifMaker;
import io.edgepix.imaging.originals.FileEdits;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the colours and the alpha of an AVIF are read. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AvifTest implements Contract {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;
    private static final int COLOUR = 0xC88364;
    private static final byte[] QUARTERS = AvifSamples.QUARTERS;
    private static final AvifMaker.Item COLOURS = AvifMaker.taken(QUARTERS, 0, WIDTH, HEIGHT);
    private static final AvifMaker.Item PLAIN_ALPHA = AvifMaker.taken(QUARTERS, 1, WIDTH, HEIGHT);
    private static final AvifMaker.Item ALPHA = PLAIN_ALPHA.asAlpha();
    private static final AvifMaker.Item DEEP_ALPHA =
            AvifMaker.taken(AvifSamples.QUARTERS_OF_TEN_BITS, 1, WIDTH, HEIGHT).asAlpha();

    @Override
    public Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }

    private static AvifMaker pair(AvifMaker.Item colours, AvifMaker.Item alpha) {
        return new AvifMaker().items(colours, alpha).reference("auxl", 2, 1);
    }

    private DecodedImage decoded(byte[] avif) throws Exception {
        return png(avif, "200x200");
    }

    private static void showsAlpha(DecodedImage decoded, int topLeft, int topRight, int bottomLeft, int bottomRight) {
        int right = decoded.width() - 3;
        int bottom = decoded.height() - 3;
        assertThat(new int[] {
                    decoded.alpha(2, 2), decoded.alpha(right, 2), decoded.alpha(2, bottom), decoded.alpha(right, bottom)
                })
                .containsExactly(topLeft, topRight, bottomLeft, bottomRight);
    }

    @Test
    void render_alpha_staysAsItIs() throws Exception {
        DecodedImage decoded =
                decoded(pair(COLOURS, ALPHA).avif()).shows(60, 2, COLOUR, 2).shows(60, 30, COLOUR, 2);

        showsAlpha(decoded, 0, 128, 64, 255);
    }

    @Test
    void render_coloursMultipliedByAlpha_areDivided() throws Exception {
        AvifMaker.Item grey = AvifMaker.taken(QUARTERS, 1, WIDTH, HEIGHT);

        // Premultiplied colours that equal their alpha are white.
        DecodedImage decoded = decoded(pair(grey, ALPHA).reference("prem", 1, 2).avif());

        showsAlpha(decoded, 0, 128, 64, 255);
        decoded.shows(60, 2, 0xFFFFFF, 1).shows(2, 30, 0xFFFFFF, 1).shows(60, 30, 0xFFFFFF, 1);
        decoded(pair(grey, ALPHA).avif()).shows(60, 2, 0x808080, 1).shows(2, 30, 0x404040, 1);
    }

    @Test
    void render_alphaOfLimitedRange_isExpanded() throws Exception {
        showsAlpha(decoded(pair(COLOURS, ALPHA.limited()).avif()), 0, 130, 56, 255);
        showsAlpha(decoded(pair(COLOURS, DEEP_ALPHA.limited()).avif()), 0, 130, 56, 255);
    }

    @Test
    void render_greysOfLimitedRange_areExpanded() throws Exception {
        byte[] inTheBitstream = new AvifMaker().items(PLAIN_ALPHA.limited()).avif();
        byte[] inAProperty = new AvifMaker()
                .items(PLAIN_ALPHA.with(AvifMaker.nclx(1, 13, 6, false)))
                .avif();
        byte[] full = new AvifMaker()
                .items(PLAIN_ALPHA.limited().with(AvifMaker.nclx(1, 13, 6, true)))
                .avif();

        decoded(inTheBitstream).shows(60, 2, 0x828282, 0).shows(2, 30, 0x383838, 0);
        decoded(inAProperty).shows(60, 2, 0x828282, 0).shows(2, 30, 0x383838, 0);
        decoded(full).shows(60, 2, 0x808080, 0).shows(2, 30, 0x404040, 0);
    }

    @Test
    void render_transformationsOfTheColoursAlone_areThoseOfAlphaToo() throws Exception {
        showsAlpha(
                decoded(pair(COLOURS.with(AvifMaker.turned(1)), ALPHA).avif()).hasSize(32, 64), 128, 255, 0, 64);
        showsAlpha(
                decoded(pair(COLOURS.with(AvifMaker.turned(2)), ALPHA).avif()).hasSize(64, 32), 255, 64, 128, 0);
        showsAlpha(decoded(pair(COLOURS.with(AvifMaker.mirrored(1)), ALPHA).avif()), 128, 0, 255, 64);
        showsAlpha(decoded(pair(COLOURS.with(AvifMaker.mirrored(0)), ALPHA).avif()), 64, 255, 0, 128);
        showsAlpha(
                decoded(pair(COLOURS.with(AvifMaker.cropped(32, 16, 16, -8)), ALPHA)
                                .avif())
                        .hasSize(32, 16),
                128,
                128,
                128,
                128);
        showsAlpha(
                decoded(pair(COLOURS.with(AvifMaker.cropped(32, 32, -16, 0), AvifMaker.turned(1)), ALPHA)
                                .avif())
                        .hasSize(32, 32),
                0,
                64,
                0,
                64);
    }

    @Test
    void render_transformationsOfAlphaAlone_doNotCount() throws Exception {
        byte[] both = pair(COLOURS.with(AvifMaker.turned(1)), ALPHA.with(AvifMaker.turned(1)))
                .avif();
        byte[] alone = pair(COLOURS, ALPHA.with(AvifMaker.turned(1))).avif();

        showsAlpha(decoded(both).hasSize(32, 64), 128, 255, 0, 64);
        showsAlpha(decoded(alone).hasSize(64, 32), 0, 128, 64, 255);
    }

    @Test
    void render_metaBoxWithoutLength_isReadAsOthers() throws Exception {
        byte[] avif = pair(COLOURS.with(AvifMaker.turned(1)), ALPHA).avif();
        int meta = AvifMaker.find(avif, FileEdits.ascii("meta"), 0) - 4;
        int length = Bytes.big32(avif, meta);
        // The data comes first, so that meta can be the last box, which needs no length.
        byte[] head = Arrays.copyOf(avif, meta);
        byte[] data = Arrays.copyOfRange(avif, meta + length, avif.length);
        byte[] moved = FileEdits.join(head, data, Arrays.copyOfRange(avif, meta, meta + length));
        ByteBuffer bytes = ByteBuffer.wrap(moved);
        int locations = AvifMaker.find(moved, FileEdits.ascii("iloc"), 0) + 12;
        for (int item = 0; item < 2; item++) {
            int offset = locations + item * 14 + 6;
            bytes.putInt(offset, bytes.getInt(offset) - length);
        }
        bytes.putInt(head.length + data.length, 0);

        showsAlpha(decoded(moved).hasSize(32, 64), 128, 255, 0, 64);
    }

    @Test
    void render_alphaOfAnotherDepth_staysAsItIs() throws Exception {
        AvifMaker.Item deep = AvifMaker.taken(AvifSamples.QUARTERS_OF_TEN_BITS, 0, WIDTH, HEIGHT);

        showsAlpha(decoded(pair(deep, ALPHA).avif()).shows(60, 30, 0xC88264, 2), 0, 128, 64, 255);
        showsAlpha(decoded(pair(COLOURS, DEEP_ALPHA).avif()).shows(60, 30, COLOUR, 2), 0, 128, 64, 255);
    }

    @Test
    void render_gridWithAlpha_isRotatedAndExpandedToo() throws Exception {
        AvifMaker.Item grid = AvifMaker.grid(1, 2, 2 * WIDTH, HEIGHT);
        AvifMaker.Item turned = grid.with(AvifMaker.turned(1), AvifMaker.nclx(1, 8, 6, true));
        AvifMaker.Item limited = PLAIN_ALPHA.limited();
        byte[] avif = new AvifMaker()
                .items(turned, COLOURS, COLOURS, grid.asAlpha(), limited, limited)
                .reference("dimg", 1, 2, 3)
                .reference("dimg", 4, 5, 6)
                .reference("auxl", 4, 1)
                .avif();

        DecodedImage decoded = decoded(avif).hasSize(HEIGHT, 2 * WIDTH).shows(30, 2, 0xE5BDA8, 2);

        showsAlpha(decoded, 130, 255, 0, 56);
    }

    private static byte[] greys(int primaries, int curve) {
        byte[] avif = AvifSamples.GREYS_OF_TEN_BITS.clone();
        int nclx = AvifMaker.find(avif, FileEdits.ascii("nclx"), 0);
        avif[nclx + 5] = (byte) primaries;
        avif[nclx + 7] = (byte) curve;
        return avif;
    }

    /**
     * The shades of a grey of 0.5, by the formulas of H.273. Curves of television cameras are shown with that of sRGB,
     * as in browsers.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 808080",
        "1, 808080",
        "2, 808080",
        "4, 818181",
        "5, 6A6A6A",
        "6, 808080",
        "7, 8D8D8D",
        "8, BCBCBC",
        "9, 808080",
        "11, 808080",
        "13, 808080",
        "14, 808080",
        "15, 808080",
        "17, 767676",
        "99, 808080"
    })
    void render_curveInAProperty_isConvertedToSrgb(int curve, String colour) throws Exception {
        decoded(greys(1, curve))
                .shows(60, 8, Integer.parseInt(colour, 16), 1)
                .shows(2, 8, 0, 0)
                .shows(100, 8, 0xFFFFFF, 0);
    }

    /** The colours by the primaries of H.273, with the white point adapted, as browsers show them. */
    @ParameterizedTest
    @CsvSource({
        "0, C88264",
        "1, C88264",
        "2, C88264",
        "4, E27E5E",
        "5, CA8264",
        "6, C48364",
        "7, C48364",
        "8, DA7E5E",
        "9, E9765D",
        "10, FF0067",
        "11, D07E5E",
        "12, D47E5E",
        "22, C98364",
        "99, C88264"
    })
    void render_primariesInAProperty_areConvertedToSrgb(int primaries, String colour) throws Exception {
        decoded(greys(primaries, 13))
                .shows(60, 24, Integer.parseInt(colour, 16), 1)
                .shows(60, 8, 0x808080, 1);
    }

    @Test
    void render_tenBits_areRoundedLast() throws Exception {
        // .05 is 51 of 1023, 12.7 of 255.
        decoded(greys(1, 13)).shows(20, 8, 0x0D0D0D, 0);
        decoded(greys(1, 8)).shows(12, 8, 0x262626, 0).shows(20, 8, 0x3F3F3F, 0);
    }

    /** The AV1 sequence header states linear light. The greys are 20, 80, C0 and F0. */
    @Test
    void render_codePointsOfTheBitstream_applyWithoutAProperty() throws Exception {
        byte[] linear = AvifSamples.GREY.clone();
        int described = AvifMaker.find(linear, new byte[] {1, 13, 6}, 0);
        linear[described + 1] = 8;
        AvifMaker.Item item = AvifMaker.taken(linear, 0, Sample.WIDTH, Sample.HEIGHT);

        decoded(linear).shows(70, 5, 0xBCBCBC, 3);
        decoded(new AvifMaker().items(item).avif()).shows(70, 5, 0xBCBCBC, 3);
        decoded(new AvifMaker().items(item.with(AvifMaker.nclx(2, 2, 6, true))).avif())
                .shows(70, 5, 0x808080, 3);
        decoded(new AvifMaker().items(item.with(AvifMaker.nclx(1, 13, 6, true))).avif())
                .shows(70, 5, 0x808080, 3);
    }

    @Test
    void render_profile_countsBeforeCodePoints() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] nclx = AvifMaker.nclx(12, 4, 6, true);

        decoded(new AvifMaker()
                        .items(COLOURS.with(nclx, AvifMaker.profile(linear)))
                        .avif())
                .shows(60, 8, 0xE5BDA8, 2);
        decoded(new AvifMaker()
                        .items(COLOURS.with(AvifMaker.profile(linear), nclx))
                        .avif())
                .shows(60, 8, 0xE5BDA8, 2);
    }

    @Test
    void render_profileOfGreys_isAppliedToGreys() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

        DecodedImage decoded =
                decoded(pair(PLAIN_ALPHA.with(AvifMaker.profile(linear)), ALPHA).avif());

        decoded.shows(60, 2, 0xBCBCBC, 2).shows(2, 30, 0x898989, 2);
        showsAlpha(decoded, 0, 128, 64, 255);
    }

    /**
     * Reference white, 203 cd/m2, is .58 of PQ and .75 of HLG, and is shown as half of the linear light, BC. 1000 cd/m2
     * are shown as white.
     */
    @Test
    void render_highDynamicRange_isConvertedToSdr() throws Exception {
        DecodedImage pq = decoded(greys(9, 16));
        DecodedImage hlg = decoded(greys(9, 18));

        pq.shows(60, 8, 0x838383, 1)
                .shows(68, 8, 0xC8C8C8, 1)
                .shows(76, 8, 0xF0F0F0, 1)
                .shows(84, 8, 0xFFFFFF, 0);
        hlg.shows(60, 8, 0x636363, 1)
                .shows(76, 8, 0xA4A4A4, 1)
                .shows(84, 8, 0xCFCFCF, 1)
                .shows(100, 8, 0xFFFFFF, 0);
        for (DecodedImage each : new DecodedImage[] {pq, hlg}) {
            each.shows(2, 8, 0, 0);
            for (int x = 10; x < 128; x++) {
                assertThat(each.band(x, 8, 8)).isGreaterThanOrEqualTo(each.band(x - 8, 8, 8));
                each.shows(x, 8, each.band(x, 8, 8) * 0x10101, 0);
            }
        }
    }

    @Test
    void render_statedPeak_keepsDarkerPicturesBrighter() throws Exception {
        AvifMaker.Item item =
                AvifMaker.taken(AvifSamples.GREYS_OF_TEN_BITS, 0, 128, 48).with(AvifMaker.nclx(9, 16, 0, true));
        byte[] of203 = {0, (byte) 203, 0, 100};
        byte[] mastering = ByteBuffer.allocate(24).putInt(16, 300 * 10_000).array();

        // 92 cd/m2, .5 of PQ.
        decoded(new AvifMaker().items(item).avif()).shows(60, 8, 0x838383, 1);
        decoded(new AvifMaker().items(item.with(AvifMaker.box("clli", of203))).avif())
                .shows(60, 8, 0xB4B4B4, 1);
        decoded(new AvifMaker()
                        .items(item.with(AvifMaker.box("mdcv", mastering)))
                        .avif())
                .shows(60, 8, 0xA9A9A9, 1);
        decoded(new AvifMaker()
                        .items(item.with(AvifMaker.box("mdcv", mastering), AvifMaker.box("clli", of203)))
                        .avif())
                .shows(60, 8, 0xB4B4B4, 1);
    }

    /** Every file is either rendered or refused. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0xFF})
    void render_anyByteOfTheBoxesChanged_isAPictureOrARefusal(int value) {
        byte[] avif = pair(COLOURS.with(AvifMaker.turned(1), AvifMaker.nclx(9, 16, 6, true)), ALPHA.limited())
                .reference("prem", 1, 2)
                .avif();
        int end = AvifMaker.find(avif, FileEdits.ascii("mdat"), 0);
        for (int at = 28; at < end; at++) {
            byte[] changed = avif.clone();
            changed[at] = (byte) value;
            assertThatCode(() -> {
                        try {
                            decoded(changed);
                        } catch (UnrenderableException e) {
                            assertThat(e.sentence()).isNotEmpty();
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}
