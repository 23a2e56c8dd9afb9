package io.edgepix.bench.measurement;

import java.io.IOException;
import java.util.List;

/** One part of {@code ./dev bench}. */
public interface Benchmark {
    /**
     * Measures and prints.
     *
     * @return the rows for other programs to read; empty without a peer
     * @throws BenchException if it cannot be measured, or if a requirement is not met
     */
    List<ResultRow> run(Setting setting) throws IOException;
}
