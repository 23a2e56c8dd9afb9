package io.edgepix.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expects the scores of a separate implementation in single precision, which blurs recursively as the original does. */
final class Ssimulacra2Test {
    private static final double TOLERANCE = 0.05;
    private static final int WIDTH = 136;
    private static final int HEIGHT = 128;

    /** Changes a sample of a picture. */
    private interface Fault {
        int of(int sample, int x, int y, int channel);
    }

    @Test
    void equalPictures_haveTheHighestScore() {
        assertThat(Ssimulacra2.score(plain(), plain())).isEqualTo(Ssimulacra2.EQUAL);
    }

    @Test
    void aNoisyPicture_hasTheScoreOfTheOtherImplementation() {
        Pixels noisy = picture((sample, x, y, channel) -> sample + (x * y + channel) % 16);

        assertThat(Ssimulacra2.score(noisy, plain())).isCloseTo(72.830, within(TOLERANCE));
    }

    @Test
    void aPictureWithFewerLevels_hasTheScoreOfTheOtherImplementation() {
        Pixels coarse = picture((sample, x, y, channel) -> sample - sample % 24);

        assertThat(Ssimulacra2.score(coarse, plain())).isCloseTo(38.321, within(TOLERANCE));
    }

    @Test
    void aWrongColour_hasTheScoreOfTheOtherImplementation() {
        Pixels red = picture((sample, x, y, channel) -> channel == 0 ? sample + 24 : sample);

        assertThat(Ssimulacra2.score(red, plain())).isCloseTo(84.180, within(TOLERANCE));
    }

    @Test
    void otherDimensions_areRefused() {
        assertThatThrownBy(() -> Ssimulacra2.score(new Pixels(9, 8, 3, new byte[9 * 8 * 3]), plain()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9x8")
                .hasMessageContaining("136x128");
    }

    @Test
    void aTinyPicture_isRefused() {
        Pixels tiny = new Pixels(7, 9, 3, new byte[7 * 9 * 3]);

        assertThatThrownBy(() -> Ssimulacra2.score(tiny, tiny))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7x9");
    }

    private static Pixels plain() {
        return picture((sample, x, y, channel) -> sample);
    }

    /** Returns a slope with tiles, in colours that differ by 20 levels, and with a fault. */
    private static Pixels picture(Fault fault) {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < samples.length; i++) {
            int channel = i % 3;
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            int tile = (x / 9 + y / 7) % 2 * 40;
            samples[i] = (byte) Math.clamp(fault.of(x + y / 2 + channel * 20 + tile, x, y, channel), 0, 255);
        }
        return new Pixels(WIDTH, HEIGHT, 3, samples);
    }
}
