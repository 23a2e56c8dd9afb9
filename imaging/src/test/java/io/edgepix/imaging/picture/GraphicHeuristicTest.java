package io.edgepix.imaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class GraphicHeuristicTest {
    private static final int SIDE = 80;
    private static final int LITTLE = 400;
    private static final int MUCH = 6_000;

    @Test
    void losslessMayBeSmaller_strokes_isTrue() {
        Picture strokes = picture((x, y) -> x % 20 == 0 || y % 20 == 0 ? 0 : 0xFFFFFF);

        assertThat(GraphicHeuristic.losslessMayBeSmaller(strokes, LITTLE)).isTrue();
    }

    /** Lossless coding repeats patterns, which neighbours do not predict. */
    @Test
    void losslessMayBeSmaller_patternOfTwoColours_isTrue() {
        Picture pattern = picture((x, y) -> (x * 3 + y * y) % 5 < 2 ? 0 : 0xFFFFFF);

        assertThat(GraphicHeuristic.losslessMayBeSmaller(pattern, LITTLE)).isTrue();
    }

    @Test
    void losslessMayBeSmaller_slope_isTrue() {
        Picture slope = picture((x, y) -> x / 2 * 0x020000 + y * 0x000200);

        assertThat(GraphicHeuristic.losslessMayBeSmaller(slope, LITTLE)).isTrue();
    }

    @Test
    void losslessMayBeSmaller_photographOnAPlainBackground_dependsOnTheLossyBytes() {
        Picture flower = picture((x, y) -> y < SIDE * 3 / 5 ? 0 : noise(x, y));

        assertThat(GraphicHeuristic.seems(flower)).isTrue();
        assertThat(GraphicHeuristic.losslessMayBeSmaller(flower, LITTLE)).isFalse();
        assertThat(GraphicHeuristic.losslessMayBeSmaller(flower, MUCH)).isTrue();
    }

    @Test
    void losslessMayBeSmaller_photograph_isFalse() {
        Picture photograph = picture(GraphicHeuristicTest::noise);

        assertThat(GraphicHeuristic.losslessMayBeSmaller(photograph, MUCH)).isFalse();
    }

    private static int noise(int x, int y) {
        return (x * x * 7_919 + x * y * 104_729) * 2_654_435 & 0xFFFFFF;
    }

    private static Picture picture(IntBinaryOperator colour) {
        Picture picture = new Picture(SIDE, SIDE, false);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int rgb = colour.applyAsInt(i % SIDE, i / SIDE);
            picture.samples()[3 * i] = (byte) (rgb >> 16);
            picture.samples()[3 * i + 1] = (byte) (rgb >> 8);
            picture.samples()[3 * i + 2] = (byte) rgb;
        }
        return picture;
    }
}
