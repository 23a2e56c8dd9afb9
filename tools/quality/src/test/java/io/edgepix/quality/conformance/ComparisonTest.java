package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.comparison.picture.Pixels;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private static final DecodedInfo STILL = new DecodedInfo(16, 16, 1, List.of(), 0);

    @Test
    void equalPictures_haveNoFaults() throws IOException {
        assertThat(compare(STILL, STILL, "a", "a").faults()).isEmpty();
    }

    @Test
    void anotherPicture_differsInStructureAndColour() throws IOException {
        assertThat(compare(STILL, STILL, "a", "b").faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("SSIM"))
                .anySatisfy(fault -> assertThat(fault).startsWith("deltaE"));
    }

    @Test
    void aRoundedPixel_isAsLarge() {
        assertThat(Comparison.isAsLarge(STILL, new DecodedInfo(17, 15, 1, List.of(), 0)))
                .isTrue();
        assertThat(Comparison.isAsLarge(STILL, new DecodedInfo(18, 16, 1, List.of(), 0)))
                .isFalse();
    }

    @Test
    void anAnimationOfEqualFrames_differs() throws IOException {
        DecodedInfo decoded = new DecodedInfo(16, 16, 2, List.of(100, 100), 0);

        assertThat(compare(STILL, decoded, "a", "ab").faults()).containsExactly("frames 1 against 2");
    }

    @Test
    void equalFramesJoined_areTheSameAnimation() throws IOException {
        DecodedInfo joined = new DecodedInfo(16, 16, 2, List.of(200, 100), 0);
        DecodedInfo apart = new DecodedInfo(16, 16, 3, List.of(100, 100, 100), 0);

        assertThat(compare(joined, apart, "ab", "aab").faults()).isEmpty();
    }

    @Test
    void aWrongFrameInTheMiddle_differs() throws IOException {
        DecodedInfo decoded = new DecodedInfo(16, 16, 3, List.of(100, 100, 100), 0);

        assertThat(compare(decoded, decoded, "aca", "aba").faults()).isNotEmpty();
    }

    @Test
    void otherTimesAndLoops_differ() throws IOException {
        DecodedInfo ours = new DecodedInfo(16, 16, 2, List.of(100, 100), 0);
        DecodedInfo theirs = new DecodedInfo(16, 16, 2, List.of(100, 200), 3);

        assertThat(compare(ours, theirs, "ab", "ab").faults())
                .containsExactly("duration 200 ms against 300", "loops 0 against 3");
    }

    /** Compares frames. Each letter stands for a frame, and equal letters for equal pictures. */
    private static Comparison compare(DecodedInfo ours, DecodedInfo theirs, String ourFrames, String theirFrames)
            throws IOException {
        return Comparison.of(ours, theirs, new Comparison.Frames() {
            @Override
            public Pixels ours(int frame) {
                return picture(ourFrames.charAt(frame));
            }

            @Override
            public Pixels theirs(int frame) {
                return picture(theirFrames.charAt(frame));
            }
        });
    }

    private static Pixels picture(char letter) {
        byte[] samples = new byte[16 * 16 * 4];
        Arrays.fill(samples, (byte) 255);
        for (int at = 0; at < samples.length; at += 4) {
            samples[at] = (byte) (at / 4 * (letter - 'a' + 1) * 5);
        }
        return new Pixels(16, 16, 4, samples);
    }
}
