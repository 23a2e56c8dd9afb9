package io.edgepix.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LanczosTest {
    private interface Sample {
        int at(int x, int y, int channel);
    }

    @Test
    void aFlatPicture_staysFlat() {
        Pixels flat = Lanczos.reduce(pixels(40, 30, 3, (x, y, channel) -> 50 + channel), 7, 5);

        assertThat(flat.width()).isEqualTo(7);
        assertThat(flat.height()).isEqualTo(5);
        for (int i = 0; i < flat.samples().length; i++) {
            assertThat(flat.samples()[i]).isEqualTo((byte) (50 + i % 3));
        }
    }

    @Test
    void equalDimensions_changeNothing() {
        Pixels original = pixels(9, 8, 3, (x, y, channel) -> x * 20 + y * 5 + channel);

        assertThat(Lanczos.reduce(original, 9, 8).samples()).isEqualTo(original.samples());
    }

    @Test
    void aRamp_keepsItsSlopeAwayFromTheBorders() {
        Pixels half = Lanczos.reduce(pixels(64, 4, 3, (x, y, channel) -> 3 * x), 32, 2);

        for (int x = 8; x < 24; x++) {
            assertThat(half.samples()[x * 3] & 0xFF).isBetween(6 * x + 1, 6 * x + 2);
        }
    }

    @Test
    void aColourThatIsNotSeen_doesNotShine() {
        Pixels halves = pixels(16, 16, 4, (x, y, channel) -> channel == 3 ? (x < 8 ? 255 : 0) : (x < 8 ? 100 : 255));

        Pixels small = Lanczos.reduce(halves, 4, 4);

        assertThat(small.samples()[0] & 0xFF).isBetween(97, 103);
        assertThat(small.samples()[4] & 0xFF).isBetween(97, 103);
    }

    private static Pixels pixels(int width, int height, int channels, Sample sample) {
        byte[] samples = new byte[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) sample.at(i / channels % width, i / channels / width, i % channels);
        }
        return new Pixels(width, height, channels, samples);
    }
}
