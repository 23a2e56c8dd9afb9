package io.edgepix.bench.measurement;

import java.io.IOException;
import java.util.List;

/** Something to be measured, by its name. */
public interface Benchmark {
    /**
     * Dimensions and prints.
     *
     * @return the rows for other programs to read; none where nobody else is compared with
     * @throws BenchException if it can't be measured, or what must hold does not
     */
    List<ResultRow> run(Setting setting) throws IOException;
}
