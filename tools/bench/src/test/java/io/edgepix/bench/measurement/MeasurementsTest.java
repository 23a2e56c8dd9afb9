package io.edgepix.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MeasurementsTest {
    @Test
    void anOddNumber_hasItsMiddleAsMedian() {
        assertThat(samples(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void anEvenNumber_hasTheMeanOfTheTwoInTheMiddle() {
        assertThat(samples(10, 2, 4, 100).median()).isEqualTo(7);
    }

    @Test
    void aHundredValues_haveTheLastButOneAsTheir99thPercentile() {
        Measurements samples = new Measurements();
        IntStream.rangeClosed(1, 100).map(i -> 101 - i).forEach(samples::add);
        assertThat(samples.percentile(99)).isEqualTo(99);
        assertThat(samples.percentile(50)).isEqualTo(50);
        assertThat(samples.percentile(100)).isEqualTo(100);
    }

    @Test
    void fewValues_haveTheirLargestAs99thPercentile() {
        assertThat(samples(3, 1, 2).percentile(99)).isEqualTo(3);
        assertThat(samples(7).percentile(1)).isEqualTo(7);
    }

    @Test
    void none_haveNoMedian() {
        assertThatThrownBy(() -> new Measurements().median()).isInstanceOf(IllegalStateException.class);
    }

    private static Measurements samples(double... values) {
        Measurements samples = new Measurements();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }
}
