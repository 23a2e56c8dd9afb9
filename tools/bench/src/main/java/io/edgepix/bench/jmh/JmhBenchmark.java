package io.edgepix.bench.jmh;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.comparison.text.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures Java code with JMH, without a peer. */
public final class JmhBenchmark implements Benchmark {
    private static final String PACKAGE = PathBenchmark.class.getPackageName() + ".";

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        System.err.println("jmh");
        try {
            Collection<RunResult> results = new Runner(options(setting.quick()).build()).run();
            ResultFiles.publish(setting, "jmh.md", page(setting, loadBefore, results));
        } catch (RunnerException e) {
            throw new BenchException("JMH: " + e.getMessage());
        }
        return List.of();
    }

    private static ChainedOptionsBuilder options(boolean quick) {
        return new OptionsBuilder()
                .include("^" + PACKAGE.replace(".", "\\."))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 1 : 5)
                .measurementIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 200 : 1000))
                .measurementTime(TimeValue.milliseconds(quick ? 200 : 1000));
    }

    private static String page(Setting setting, String loadBefore, Collection<RunResult> results) throws IOException {
        return """
                # Java code alone, by JMH

                %s%s

                The average time of one operation. `Cnt` is the iterations of all forks, `Error` half of the 99.9 %%
                confidence interval. The renderer makes a JPEG of 200x150 from a generated picture of 640x480.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        setting.quick() ? "\nA quick run: too few to be quoted." : "",
                        MarkdownTable.of(lines(results)));
    }

    private static List<List<String>> lines(Collection<RunResult> results) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Benchmark", "Mode", "Cnt", "Score", "Error", "Units"));
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            lines.add(List.of(
                    name(result),
                    result.getParams().getMode().shortLabel(),
                    Long.toString(primary.getSampleCount()),
                    MarkdownTable.number(primary.getScore(), 3),
                    error(primary.getScoreError()),
                    primary.getScoreUnit()));
        }
        return lines;
    }

    private static String name(RunResult result) {
        String parameters = result.getParams().getParamsKeys().stream()
                .map(key -> ", " + key + " " + result.getParams().getParam(key))
                .collect(Collectors.joining());
        return result.getParams().getBenchmark().substring(PACKAGE.length()) + parameters;
    }

    /** Returns the error, or a dash if there are too few iterations to estimate it. */
    static String error(double error) {
        return Double.isNaN(error) ? "-" : MarkdownTable.number(error, 3);
    }
}
