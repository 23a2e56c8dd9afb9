package io.edgepix.bench;

import java.io.IOException;
import java.util.List;

/** Something to be measured, by its name. */
interface Benchmark {
    /**
     * Measures and prints.
     *
     * @return the rows for other programs to read; none where nobody else is compared with
     * @throws BenchException if it can't be measured, or what must hold does not
     */
    List<Row> run(Setting setting) throws IOException;
}
