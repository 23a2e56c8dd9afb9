package io.edgepix.bench.jmh;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures reading and writing a derivative's path. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PathBenchmark {
    private final PathGrammar grammar = new PathGrammar(ConfigReader.defaults().offer());
    // Not final: JMH reads them again each time, so that nothing is computed in advance.
    private String path = "/200x200-cover-q60/webp/images/a%20cat.jpg";
    private Derivative derivative = Objects.requireNonNull(grammar.parse(path));

    /** Reads a path. */
    @Benchmark
    public @Nullable Derivative parse() {
        return grammar.parse(path);
    }

    /** Writes a path. */
    @Benchmark
    public String print() {
        return grammar.print(derivative);
    }
}
