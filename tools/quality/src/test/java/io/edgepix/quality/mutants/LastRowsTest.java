package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.comparison.picture.Pixels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LastRowsTest {
    private static final int SIDE = 40;

    @Test
    void theSameRows_areThere() {
        assertThat(LastRows.areMissing(picture(SIDE, 0, 0), picture(SIDE, 0, 0)))
                .isFalse();
    }

    @Test
    void theNoiseOfCoding_doesNotCount() {
        Pixels coded = picture(SIDE, 0, 0);
        for (int at = 0; at < coded.samples().length; at += 4) {
            coded.samples()[at] = (byte) (coded.samples()[at] + 5);
        }

        assertThat(LastRows.areMissing(coded, picture(SIDE, 0, 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"39, 128, 255", "39, 0, 255", "39, 0, 0", "20, 128, 255"})
    void greyBlackOrNoRows_areMissing(int rows, int level, int alpha) {
        assertThat(LastRows.areMissing(picture(rows, level, alpha), picture(SIDE, 0, 0)))
                .isTrue();
    }

    @Test
    void differentDimensions_areNotCompared() {
        Pixels other = new Pixels(1, 1, 4, new byte[4]);

        assertThat(LastRows.areMissing(other, picture(SIDE, 0, 0))).isFalse();
    }

    /** Returns a picture whose first rows are red and whose other rows have one level. */
    private static Pixels picture(int rows, int level, int alpha) {
        byte[] samples = new byte[SIDE * SIDE * 4];
        for (int at = 0; at < samples.length; at += 4) {
            boolean red = at / 4 / SIDE < rows;
            Arrays.fill(samples, at, at + 3, (byte) (red ? 40 : level));
            samples[at] = (byte) (red ? 200 : level);
            samples[at + 3] = (byte) (red ? 255 : alpha);
        }
        return new Pixels(SIDE, SIDE, 4, samples);
    }
}
