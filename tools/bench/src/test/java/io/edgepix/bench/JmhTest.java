package io.edgepix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JmhTest {
    @Test
    void anErrorThatIsNotKnown_isADash() {
        assertThat(Jmh.error(Double.NaN)).isEqualTo("-");
    }

    @Test
    void anError_hasThreeDigits() {
        assertThat(Jmh.error(0.12345)).isEqualTo("0.123");
    }
}
