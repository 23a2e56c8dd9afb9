package io.edgepix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessorsTest {
    @Test
    void one_isTheFirst() {
        assertThat(new Processors(1).holding("node")).containsExactly("taskset", "-c", "0", "node");
    }

    @Test
    void two_areTheFirstTwo() {
        assertThat(new Processors(2).holding("node")).containsExactly("taskset", "-c", "0,1", "node");
    }

    @Test
    void moreThanThereAre_areRefusedWithTheNumberThatThereIs() {
        int there = Runtime.getRuntime().availableProcessors();
        assertThat(new Processors(there + 1).hindrance()).isEqualTo("the machine has " + there);
    }
}
