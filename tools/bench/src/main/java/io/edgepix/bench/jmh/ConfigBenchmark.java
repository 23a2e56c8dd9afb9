package io.edgepix.bench.jmh;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures reading the configuration. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConfigBenchmark {
    // Not final: JMH reads it again each time, so that nothing is computed in advance.
    private String json = """
            {
              "sizes": {"ladder": [100, 200, 300, 368, 400, 500, 600, 720, 800, 1000, 1200, 1440, 1920, 2560]},
              "presets": {"small": "368x", "avatar": "96x96-cover-q60"},
              "defaultFit": "contain",
              "quality": {"webp": 80, "jpeg": 75},
              "background": "#ffffff",
              "maxBytes": 50000000
            }
            """;

    /** Reads and checks a configuration. */
    @Benchmark
    public Config parse() {
        return ConfigReader.read(json);
    }
}
