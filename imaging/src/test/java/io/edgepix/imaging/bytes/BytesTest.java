package io.edgepix.imaging.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BytesTest {
    private static final byte[] SOME = {0, (byte) 0xFF, (byte) 0xD0, (byte) 0xD7, (byte) 0xD8, (byte) 0xDA, (byte) 0xDC
    };

    @Test
    void indexOfScanMarker_isTheFirstFromEveryOffset() {
        Random random = new Random(1);
        int found = 0;
        for (int length = 0; length < 60; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = SOME[random.nextInt(SOME.length)];
            }
            for (int from = 0; from < length; from++) {
                int first = first(bytes, from);
                int at = Bytes.indexOfScanMarker(bytes, from);
                if (first < 0) {
                    assertThat(at).isGreaterThanOrEqualTo(length - 1);
                } else {
                    found++;
                    assertThat(at).isEqualTo(first);
                }
            }
        }
        assertThat(found).isPositive();
    }

    private static int first(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            int second = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) == 0xFF && second >= 0xD8 && second <= 0xDB) {
                return at;
            }
        }
        return -1;
    }
}
