package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThroughputTest {
    @Test
    void tenEventsInAQuarterOfASecond_areFortyASecond() {
        assertThat(Throughput.perSecond(10, 250)).isEqualTo(40);
    }
}
