package io.edgepix.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.sample.Rows;
import java.awt.image.BufferedImage;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegDcOnlyTest {
    private static final String SCAN = "FFDA0008010100000001";

    @ParameterizedTest
    @CsvSource({
        // marker, sampling factors of the components, shrink, enough
        "C2, 11, 24, true",
        "C2, 11, 23.99, false",
        "C2, 22, 24, true",
        "C0, 11, 100, false",
        "C1, 11, 100, false",
        "C3, 11, 100, false",
        "C2, 111111, 24, true",
        "C2, 111111, 23.99, false",
        "C2, 211111, 24, true",
        "C2, 121111, 24, true",
        "C2, 221111, 24, true",
        "C2, 221111, 23.99, false",
        "C2, 221122, 24, true",
        "C2, 411111, 24, false",
        "C2, 411111, 47.9, false",
        "C2, 411111, 48, true",
        "C2, 141111, 47.9, false",
        "C2, 141111, 48, true",
        "C2, 221141, 47.9, false",
        "C2, 112211, 24, false",
        "C2, 112211, 48, true",
        "C2, 11111111, 24, true",
        "C2, 22111122, 24, false",
    })
    void suffice_frame_dependsOnItsWidestBlock(String marker, String sampling, double shrink, boolean enough)
            throws Exception {
        assertThat(JpegDcOnly.suffice(header(marker, sampling, ""), shrink)).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        // Adobe's transform, sampling factors of the components, enough at 24
        "02, 22111122, true",
        "02, 22111111, false",
        "00, 221111, false",
        "01, 221111, true",
    })
    void suffice_adobesMarker_determinesTheChromaComponents(String transform, String sampling, boolean enough)
            throws Exception {
        String adobe = "FFEE000E41646F626500640000" + "0000" + transform;

        assertThat(JpegDcOnly.suffice(header("C2", sampling, adobe), 24)).isEqualTo(enough);
    }

    @Test
    void suffice_frameThatEndsBeforeItsComponents_isNoFault() throws Exception {
        byte[] jpeg = HexFormat.of().parseHex("FFD8FFC200080800080008FF" + SCAN);

        assertThat(JpegDcOnly.suffice(JpegHeader.read(jpeg), 24)).isFalse();
    }

    @Test
    void decode_progressive_isAsFineAsABaselineOne() throws Exception {
        BufferedImage noise = Paint.opaque(64, 48, Paint::noise);
        byte[] progressive = Originals.progressiveJpeg(noise);
        byte[] baseline = Originals.jpeg(noise);

        assertThat(firstRow(progressive, 23.99)).isEqualTo(firstRow(baseline, 23.99));
        assertThat(firstRow(progressive, 24)).isEqualTo(firstRow(baseline, 24));
        assertThat(firstRow(progressive, 24)).hasSizeLessThan(firstRow(progressive, 23.99).length);
    }

    @Test
    void render_progressive_isAsABaselineOneOnBothSidesOfA24th() throws Exception {
        BufferedImage noise = Paint.opaque(400, 296, Paint::noise);
        byte[] progressive = Originals.progressiveJpeg(noise);
        byte[] baseline = Originals.jpeg(noise);

        assertThat(rendered(progressive, 17)).isEqualTo(rendered(baseline, 17));
        assertThat(rendered(progressive, 16)).isEqualTo(rendered(baseline, 16));
    }

    private static byte[] rendered(byte[] original, int width) throws Exception {
        RenderRequest request = new RenderRequest(new Size(width, 0), Fit.CONTAIN, Format.PNG, 80, 0);
        return new PortableRenderer(Contract.ROOMY).render(original, request);
    }

    private static float[] firstRow(byte[] original, double shrink) throws Exception {
        Rows rows = new JpegDecoder()
                .open(original)
                .decode(new Detail(shrink, shrink))
                .rows();
        float[] row = new float[rows.width() * rows.bands()];
        rows.read(0, row);
        return row;
    }

    private static JpegHeader header(String marker, String sampling, String before) throws Exception {
        int components = sampling.length() / 2;
        StringBuilder frame = new StringBuilder("0800080008").append("%02X".formatted(components));
        for (int i = 0; i < components; i++) {
            frame.append("%02X%s00".formatted(i + 1, sampling.substring(2 * i, 2 * i + 2)));
        }
        String segment = "FF" + marker + "%04X".formatted(8 + 3 * components) + frame;
        return JpegHeader.read(HexFormat.of().parseHex("FFD8" + before + segment + SCAN));
    }
}
