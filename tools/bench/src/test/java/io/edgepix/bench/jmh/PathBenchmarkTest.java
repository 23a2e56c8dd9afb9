package io.edgepix.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PathBenchmarkTest {
    @Test
    void print_aParsedPath_isThatPath() {
        assertThat(new PathBenchmark().print()).isEqualTo("/200x200-cover-q60/webp/images/a%20cat.jpg");
    }
}
