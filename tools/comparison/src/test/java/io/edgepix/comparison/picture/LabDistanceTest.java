package io.edgepix.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Compares distances with those between the tabulated CIELAB values of the sRGB primaries. */
final class LabDistanceTest {
    private static final double TOLERANCE = 0.02;

    @Test
    void equalColours_haveNoDistance() {
        assertThat(LabDistance.of(of(12, 200, 7), of(12, 200, 7))).isZero();
    }

    @Test
    void blackAndWhite_areAHundredApart() {
        assertThat(LabDistance.of(of(0, 0, 0), of(255, 255, 255))).isCloseTo(100, within(TOLERANCE));
    }

    @Test
    void redAndGreen_haveTheDistanceOfTheirTabulatedColours() {
        // red 53.24, 80.09, 67.20; green 87.73, -86.18, 83.18
        double expected =
                Math.sqrt(Math.pow(87.73 - 53.24, 2) + Math.pow(80.09 + 86.18, 2) + Math.pow(83.18 - 67.20, 2));

        assertThat(LabDistance.of(of(255, 0, 0), of(0, 255, 0))).isCloseTo(expected, within(TOLERANCE));
    }

    @Test
    void severalPixels_haveTheMeanDistance() {
        assertThat(LabDistance.of(of(0, 0, 0, 9, 9, 9), of(255, 255, 255, 9, 9, 9)))
                .isCloseTo(50, within(TOLERANCE));
    }

    private static Pixels of(int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new Pixels(samples.length / 3, 1, 3, bytes);
    }
}
