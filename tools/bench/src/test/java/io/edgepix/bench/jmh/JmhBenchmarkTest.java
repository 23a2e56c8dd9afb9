package io.edgepix.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JmhBenchmarkTest {
    @Test
    void anUnknownError_isADash() {
        assertThat(JmhBenchmark.error(Double.NaN)).isEqualTo("-");
    }

    @Test
    void anError_hasThreeDigits() {
        assertThat(JmhBenchmark.error(0.12345)).isEqualTo("0.123");
    }
}
