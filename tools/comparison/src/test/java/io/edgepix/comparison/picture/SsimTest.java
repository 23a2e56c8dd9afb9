package io.edgepix.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expects the numbers that libwebp's WebPPlaneDistortion returns for the same planes. */
final class SsimTest {
    private static final double TOLERANCE = 0.0005;

    @Test
    void aGradientWithNoise_hasTheSsimOfLibwebp() {
        assertThat(Ssim.decibels(gradient(20, 13, false), gradient(20, 13, true)))
                .isCloseTo(23.0633, within(TOLERANCE));
    }

    @Test
    void aPictureSmallerThanTheWindow_hasTheSsimOfLibwebp() {
        assertThat(Ssim.decibels(cut(gradient(20, 13, false)), cut(gradient(20, 13, true))))
                .isCloseTo(39.1757, within(TOLERANCE));
    }

    @Test
    void darkPictures_countAsEqual() {
        assertThat(Ssim.decibels(dark(0), dark(4))).isEqualTo(Ssim.EQUAL);
    }

    @Test
    void anotherAlpha_countsAsAFault() {
        Pixels opaque = new Pixels(8, 8, 4, filled(8 * 8 * 4, 255));
        byte[] samples = opaque.samples().clone();
        samples[3] = 0;

        assertThat(Ssim.decibels(opaque, new Pixels(8, 8, 4, samples))).isLessThan(Ssim.EQUAL);
    }

    private static Pixels gradient(int width, int height, boolean noisy) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i++) {
            int channel = i % 3;
            int x = i / 3 % width;
            int y = i / 3 / width;
            int noise = noisy ? (x * y + channel) % 8 : 0;
            samples[i] = (byte) ((x * 13 + y * 7 + channel * 40) ^ noise);
        }
        return new Pixels(width, height, 3, samples);
    }

    /** Returns the first 60 samples as a picture of 5x4 pixels. */
    private static Pixels cut(Pixels pixels) {
        byte[] samples = new byte[5 * 4 * 3];
        System.arraycopy(pixels.samples(), 0, samples, 0, samples.length);
        return new Pixels(5, 4, 3, samples);
    }

    private static Pixels dark(int value) {
        return new Pixels(9, 9, 3, filled(9 * 9 * 3, value));
    }

    private static byte[] filled(int length, int value) {
        byte[] samples = new byte[length];
        Arrays.fill(samples, (byte) value);
        return samples;
    }
}
