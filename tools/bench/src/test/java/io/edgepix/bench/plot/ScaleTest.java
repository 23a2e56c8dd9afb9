package io.edgepix.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    @Test
    void aLinearAxis_goesFromZeroToARoundNumber() {
        Scale scale = Scale.Linear.over(437);

        assertThat(scale.ticks()).startsWith(0.0).endsWith(500.0).hasSizeBetween(3, 7);
        assertThat(scale.position(0)).isZero();
        assertThat(scale.position(500)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLogarithmicAxis_hasAllValuesBetweenTwoTicks() {
        Scale scale = Scale.Logarithmic.over(0.5, 100);

        assertThat(scale.ticks().stream().map(Panel::number).toList())
                .isEqualTo(List.of("0.5", "1", "2", "5", "10", "20", "50", "100"));
        assertThat(scale.position(0.5)).isZero();
        assertThat(scale.position(100)).isCloseTo(1, within(1e-9));
        assertThat(scale.position(Math.sqrt(0.5 * 100))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void oneValue_stillHasAnAxis() {
        assertThat(Scale.Logarithmic.over(3, 3).ticks()).hasSizeGreaterThan(1);
        assertThat(Scale.Linear.over(3).position(3)).isBetween(0.0, 1.0);
    }
}
