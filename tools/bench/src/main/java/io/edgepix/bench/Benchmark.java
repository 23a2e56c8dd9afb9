package io.edgepix.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something to be measured, by its name. */
interface Benchmark {
    /** Those that there are, in the order in which they run. */
    static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("edge", new Edge());
        all.put("kills", new Kills());
        all.put("render", new Render());
        all.put("rule", new Rule());
        all.put("growth", new Growth());
        all.put("jmh", new Jmh());
        return all;
    }

    /**
     * Measures and prints.
     *
     * @return the rows for other programs to read; none where nobody else is compared with
     * @throws BenchException if it can't be measured, or what must hold does not
     */
    List<Row> run(Setting setting) throws IOException;
}
