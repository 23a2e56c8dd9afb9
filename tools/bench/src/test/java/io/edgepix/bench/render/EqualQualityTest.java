package io.edgepix.bench.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EqualQualityTest {
    private final List<Integer> rendered = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 77, 78, 79, 80, 81, 100})
    void aSimilarityBetweenTwoQualities_hasBytesBetweenTheirs(int start) throws Exception {
        EqualQuality.Result result = EqualQuality.find(this::at, 7.75, start);

        assertThat(result.quality()).isEqualTo(78);
        assertThat(result.bytes()).isCloseTo(1000 * Math.pow(1.02, 77.5), within(3.0));
    }

    @Test
    void theSimilarityOfAQuality_hasItsBytes() throws Exception {
        assertThat(EqualQuality.find(this::at, 8.0, 80)).isEqualTo(new EqualQuality.Result(80, at(80).bytes()));
    }

    @Test
    void aNearQuality_isFoundInFewRenderings() throws Exception {
        EqualQuality.find(this::at, 7.75, 80);

        assertThat(rendered.stream().distinct()).containsExactly(80, 79, 77, 78);
    }

    @Test
    void severalQualitiesWithTheSameBytes_areNoObstacle() throws Exception {
        EqualQuality.Curve steps = quality -> at(quality / 8 * 8);

        EqualQuality.Result result = EqualQuality.find(steps, 7.6, 50);

        assertThat(result.quality()).isEqualTo(80);
        assertThat(result.bytes()).isBetween((double) at(72).bytes(), (double) at(80).bytes());
    }

    @Test
    void evenTheLowestQualityIsBetter_hasTheBytesOfTheLowestQuality() throws Exception {
        assertThat(EqualQuality.find(this::at, 0.05, 80)).isEqualTo(new EqualQuality.Result(1, at(1).bytes()));
    }

    @Test
    void noQualityIsSimilarEnough_hasInfiniteBytes() throws Exception {
        assertThat(EqualQuality.find(this::at, 10.1, 80))
                .isEqualTo(new EqualQuality.Result(100, Double.POSITIVE_INFINITY));
    }

    private EqualQuality.Point at(int quality) {
        rendered.add(quality);
        return new EqualQuality.Point((int) Math.round(1000 * Math.pow(1.02, quality)), quality / 10.0);
    }
}
