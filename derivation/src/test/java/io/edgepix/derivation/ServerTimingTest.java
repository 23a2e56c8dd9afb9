package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimingTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0", "49999, 0.0", "50000, 0.1", "949999, 0.9", "950000, 1.0", "12345678901, 12345.7"})
    void header_anyTime_isInMillisecondsWithOneDecimal(long nanos, String text) {
        long[] now = {5};
        ServerTiming timing = new ServerTiming(() -> now[0]);
        try (ServerTiming.Span _ = timing.start(ServerTiming.Phase.RENDER)) {
            now[0] += nanos;
        }

        assertThat(timing.header()).contains("render;dur=" + text);
    }

    @Test
    void header_nothingTimed_isEmpty() {
        assertThat(new ServerTiming(() -> 0).header()).isEmpty();
    }
}
