package io.edgepix.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LumaSsimTest {
    @Test
    void equalPictures_areOne() {
        assertThat(LumaSsim.of(stripes(20, 20, 0), stripes(20, 20, 0))).isCloseTo(1, within(1e-9));
    }

    @Test
    void flatPictures_haveTheSimilarityOfTheLuminanceTerm() {
        double c1 = 0.01 * 255 * 0.01 * 255;
        double expected = (2 * 100.0 * 120 + c1) / (100.0 * 100 + 120.0 * 120 + c1);

        assertThat(LumaSsim.of(flat(30, 12, 100), flat(30, 12, 120))).isCloseTo(expected, within(1e-3));
    }

    @Test
    void stripesTheOtherWayAround_areLessThanZero() {
        assertThat(LumaSsim.of(stripes(32, 32, 0), stripes(32, 32, 1))).isLessThan(0);
    }

    @Test
    void aPictureSmallerThanTheWindow_hasASimilarity() {
        assertThat(LumaSsim.of(flat(1, 1, 40), flat(1, 1, 40))).isCloseTo(1, within(1e-9));
        assertThat(LumaSsim.of(flat(3, 2, 0), flat(3, 2, 255))).isLessThan(0.01);
    }

    @Test
    void differentDimensions_areRefused() {
        assertThatThrownBy(() -> LumaSsim.of(flat(4, 3, 0), flat(3, 4, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Pixels flat(int width, int height, int value) {
        byte[] samples = new byte[width * height * 3];
        Arrays.fill(samples, (byte) value);
        return new Pixels(width, height, 3, samples);
    }

    private static Pixels stripes(int width, int height, int phase) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ((i / 3 % width + phase) % 2 == 0 ? 60 : 200);
        }
        return new Pixels(width, height, 3, samples);
    }
}
