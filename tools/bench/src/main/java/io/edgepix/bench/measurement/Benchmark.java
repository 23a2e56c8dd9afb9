package io.edgepix.bench.measurement;

import java.io.IOException;
import java.util.List;

/** One part of {@code ./dev bench}. */
public interface Benchmark {
    /**
     * Measures and prints.
     *
     * @return the rows for {@code --json}; empty without a peer
     * @throws BenchException if the measurement is not possible, or if a requirement is not met
     */
    List<ResultRow> run(Setting setting) throws IOException;
}
