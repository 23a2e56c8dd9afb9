package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.comparison.picture.Pixels;
import org.junit.jupiter.api.Test;

final class SimilarityTest {
    @Test
    void otherColoursUnderFullTransparency_doNotCount() {
        Similarity similarity = Similarity.of(of(200, 10, 10, 0), of(0, 0, 90, 0));

        assertThat(similarity).isEqualTo(new Similarity(1, 0));
    }

    @Test
    void whiteThatIsTransparentOnOneSide_isSeenOnBlack() {
        Similarity similarity = Similarity.of(of(255, 255, 255, 255), of(255, 255, 255, 0));

        assertThat(similarity.deltaE()).isGreaterThan(90);
    }

    @Test
    void blackThatIsTransparentOnOneSide_isSeenOnWhite() {
        Similarity similarity = Similarity.of(of(0, 0, 0, 255), of(0, 0, 0, 0));

        assertThat(similarity.deltaE()).isGreaterThan(90);
    }

    /** Returns a picture of 8x8 pixels in one colour. */
    private static Pixels of(int red, int green, int blue, int alpha) {
        byte[] samples = new byte[8 * 8 * 4];
        for (int at = 0; at < samples.length; at += 4) {
            samples[at] = (byte) red;
            samples[at + 1] = (byte) green;
            samples[at + 2] = (byte) blue;
            samples[at + 3] = (byte) alpha;
        }
        return new Pixels(8, 8, 4, samples);
    }
}
