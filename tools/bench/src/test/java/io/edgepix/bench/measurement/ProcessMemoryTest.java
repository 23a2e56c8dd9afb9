package io.edgepix.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ProcessMemoryTest {
    @Test
    void aStatus_containsThePeak() {
        List<String> status = List.of("Name:\tnode", "VmPeak:\t  999 kB", "VmHWM:\t   87040 kB", "VmRSS:\t   100 kB");
        assertThat(ProcessMemory.kilobytes(status)).isEqualTo(87_040);
    }

    @Test
    void aProcessThatHasEnded_hasNone() {
        assertThat(ProcessMemory.kilobytes(List.of("Name:\tnode", "State:\tZ (zombie)")))
                .isZero();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no /proc")
    void thisProcess_hasMoreThanAFewMegabytes() throws Exception {
        assertThat(ProcessMemory.peak(ProcessHandle.current())).isGreaterThan(10);
    }
}
