package io.edgepix.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDcScansTest {
    private static final String HEAD = "FFD8 FFDA ABCD ";
    private static final String DC = "FFDA 0008 01 0100 000001 ";
    private static final String DC_OF_TWO = "FFDA 000A 02 0100 0210 000001 ";
    private static final String DC_REFINED = "FFDA 0008 01 0100 000010 ";
    private static final String AC = "FFDA 0008 01 0100 010502 ";
    private static final String AC_OF_ONE = "FFDA 0008 01 0300 3F3F00 ";
    private static final String DHT = "FFC4 0006 10FFD9 7F ";
    private static final String DQT = "FFDB 0006 FFDA0008 ";
    private static final String DRI = "FFDD 0004 0005 ";
    private static final String END = "FFD9 ";

    @Test
    void alone_scansOfBothKinds_keepsTheDcScansAndAllOtherSegments() throws Exception {
        String jpeg = DC_OF_TWO + "11 22" + DHT + AC + "33" + DQT + AC_OF_ONE + "44" + DRI + DC_REFINED + "55" + AC
                + "66" + DC + "77" + END;

        assertThat(alone(jpeg))
                .isEqualTo(hex(DC_OF_TWO + "1122" + DHT + DQT + DRI + DC_REFINED + "55" + DC + "77" + END));
    }

    @Test
    void alone_scanOfMeansAndMore_isLeftForTheDecoderToRefuse() throws Exception {
        String scan = "FFDA 0008 01 0100 000501 ";

        assertThat(alone(AC + scan + END)).isEqualTo(hex(scan + END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FF00", "FFD0 11 FFD7", "FF01", "FFFF00", "00FF FF FFD3 12"})
    void alone_markersInsideScans_arePartOfThem(String data) throws Exception {
        assertThat(alone(AC + data + DC + data + AC + data + DHT + END)).isEqualTo(hex(DC + data + DHT + END));
    }

    @Test
    void alone_fillBytesBeforeMarkers_endNothingTooEarly() throws Exception {
        String jpeg = AC + "11 FFFF" + DC + "22 FFFF" + AC + "33 FF" + END;

        assertThat(alone(jpeg)).isEqualTo(hex(DC + "22 FFFF" + END));
    }

    @Test
    void alone_bytesBehindTheEnd_areLeftOut() throws Exception {
        assertThat(alone(DC + "11" + END + DC + "22" + END)).isEqualTo(hex(DC + "11" + END));
    }

    @ParameterizedTest
    @CsvSource({
        "FFDA, Segment of length 0 at offset 6",
        "FFDA0008010100, Segment of length 8 at offset 6",
        "FFDA0001 FFD9, Segment of length 1 at offset 6",
        "FFDA0002 FFD9, Scan header with 0 components at offset 6",
        "FFDA0008 02 0100 000001 FFD9, Scan header with 2 components at offset 6",
        "FFDA0008 00 0100 000001 FFD9, Scan header with 0 components at offset 6",
        "FFDA0008 01 0100 000001 11FF, No marker from offset 16 to 18",
        "FFDA0008 01 0100 000001 FFC4 7FFF FFD9, Segment of length 32767 at offset 16",
    })
    void alone_malformed_isRefusedWithTheOffset(String jpeg, String message) {
        assertThatThrownBy(() -> alone(jpeg)).isInstanceOf(IOException.class).hasMessage(message);
    }

    private static byte[] alone(String scans) throws IOException {
        return JpegDcScans.alone(hex(scans), hex("").length);
    }

    private static byte[] hex(String scans) {
        return HexFormat.of().parseHex((HEAD + scans).replace(" ", ""));
    }
}
