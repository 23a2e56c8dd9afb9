package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessorSetTest {
    @Test
    void one_isTheFirst() {
        assertThat(new ProcessorSet(1).holding("node")).containsExactly("taskset", "-c", "0", "node");
    }

    @Test
    void two_areTheFirstTwo() {
        assertThat(new ProcessorSet(2).holding("node")).containsExactly("taskset", "-c", "0,1", "node");
    }

    @Test
    void tooMany_areRefusedWithTheAvailableNumber() {
        int there = Runtime.getRuntime().availableProcessors();
        assertThat(new ProcessorSet(there + 1).hindrance()).hasValue("the machine has " + there);
    }
}
