package io.edgepix.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program behind {@code ./dev bench}. */
@Command(name = "bench", description = "Measures edgepix against what people would pick instead, side by side.")
public final class Bench implements Callable<Integer> {
    private final Map<String, Benchmark> benchmarks;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = {
                "edge: the packaged function against Node.js with sharp: cold, warm, memory, throughput",
                "kills: 20 times the Java process is killed in the middle of a rendering",
                "render: edgepix's renderers against sharp and others, in process and on one thread",
                "rule: the compiled viewer-request function against hand-written JavaScript",
                "growth: time and memory by the size of the original, and by requests at once",
                "jmh: paths, configuration and the portable renderer alone, by JMH",
                "(default: all of them)"
            })
    private List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "fewer runs, and no file of results")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "of render, only the cases with this in case, picture, box or format; no file of results")
    private String only = "";

    @Option(names = "--json", paramLabel = "FILE", description = "writes the rows as a JSON array, too")
    private @Nullable Path json;

    @Option(names = "--pictures", paramLabel = "DIR", required = true, description = "a folder of photographs")
    private @Nullable Path pictures;

    @Option(names = "--root", hidden = true, required = true, description = "the project, built and packaged")
    private @Nullable Path root;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    Bench(Map<String, Benchmark> benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Exits with 0, or 1 where something can't be measured or does not hold, or 2 where it was called wrongly. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Benchmark.all()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, Benchmark> benchmarks) {
        return new CommandLine(new Bench(benchmarks)).setExecutionExceptionHandler(Bench::complain);
    }

    private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof BenchException) {
            commandLine.getErr().println("dev: " + e.getMessage());
            return 1;
        }
        throw e;
    }

    @Override
    public Integer call() throws IOException {
        for (String name : names) {
            if (!benchmarks.containsKey(name)) {
                throw new BenchException("no such bench: " + name + "; there are " + benchmarks.keySet());
            }
        }
        Photographs photographs = Photographs.in(Objects.requireNonNull(pictures));
        Setting setting =
                new Setting(Objects.requireNonNull(root).toAbsolutePath(), photographs, quick, only, System.out);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Benchmark> benchmark : benchmarks.entrySet()) {
            if (names.isEmpty() || names.contains(benchmark.getKey())) {
                rows.addAll(benchmark.getValue().run(setting));
            }
        }
        if (json != null) {
            Files.writeString(
                    json,
                    new GsonBuilder()
                                    .serializeNulls()
                                    .setPrettyPrinting()
                                    .create()
                                    .toJson(rows) + "\n");
        }
        return 0;
    }
}
