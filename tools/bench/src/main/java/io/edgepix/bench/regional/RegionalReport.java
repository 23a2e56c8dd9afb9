package io.edgepix.bench.regional;

import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.comparison.text.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of {@link RegionalBenchmark} as one page. */
final class RegionalReport {
    private final Setting setting;
    private final List<ResultRow> rows = new ArrayList<>();
    private final List<List<String>> starts = new ArrayList<>();
    private final String loadBefore;

    RegionalReport(Setting setting) throws IOException {
        this.setting = setting;
        this.loadBefore = Machine.load();
        starts.add(List.of("picture", "engine", "until loaded", "first event", "together", "CPU", "MB"));
    }

    void add(List<ResultRow> more) {
        rows.addAll(more);
    }

    void addStart(EdgeCase edgeCase, RuntimeSide side, RegionalStarts.Times times) {
        starts.add(List.of(
                edgeCase.picture(),
                side.name(),
                MarkdownTable.number(times.init().median(), 1),
                MarkdownTable.number(times.first().median(), 1),
                MarkdownTable.number(times.all().median(), 1),
                MarkdownTable.number(times.cpu().median(), 0),
                MarkdownTable.number(times.memory().median(), 0)));
    }

    List<ResultRow> rows() {
        return rows;
    }

    /** Prints the page, and writes it to a file after a whole run. */
    void publish(String file) throws IOException {
        ResultFiles.publish(setting, file, text());
    }

    private String text() throws IOException {
        return """
                # The regional function against sharp in a function

                %s
                %s

                Both functions get the same events of a function URL from the same emulated Runtime API, fetch the
                original from the same S3, render a WebP of quality 80, store it and answer. Each has one processor, as
                with 1,769 MB. S3 and the client use all. `ratio` is our value divided by theirs: under 1.00 we are
                better.

                - edgepix is regional.zip under AWS's runtime interface client, with the flags of Lambda.
                - The peer is our own function of Node.js with sharp, in the shape of AWS's sample
                  [image-optimization](https://github.com/aws-samples/image-optimization). A loop of our own runs it,
                  since AWS's runtime interface client for Node.js needs Node.js 22 and compiles libcurl.

                `cold` is the time from the start of the process to the first answer, in a new process each time:

                - `cold`: without SnapStart. As on Lambda, the runtime interface client comes from an ahead-of-time
                  cache, and Java uses its first compiler only.
                - `cold, own cache`: the same, with one cache for the client and the function. AWS advises against
                  caches in a zip, so regional.zip has none.
                - `cold, snapshot`: as with SnapStart, which is how the regional stack deploys the function. The
                  process primes itself and waits. The time starts when it continues. Lambda's own restore of the
                  memory is not in it. There is no SnapStart for Node.js.

                `warm` rows with `snapshot` are events of such a process, those without of one that starts without
                SnapStart. Before, each process gets ten events of every case.

                %s
                ## Lost

                %s
                ## All cases

                %s
                Where a cold start goes, in milliseconds (medians). CPU and memory include the priming.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        runs(),
                        summary(),
                        ResultTable.lost(rows),
                        ResultTable.of(rows),
                        MarkdownTable.of(starts));
    }

    private String runs() {
        int cold = runs("cold");
        int warm = runs("warm p50");
        String counted = cold + " cold starts and " + warm + " warm events of each side in every row, in turns.";
        return setting.quick() ? counted + " A quick run: too few to be quoted." : counted;
    }

    private int runs(String name) {
        return rows.stream()
                .filter(row -> row.of().name().equals(name))
                .mapToInt(ResultRow::runs)
                .min()
                .orElse(0);
    }

    /** Returns the mean ratio of each kind of row, and the number of the lost ones. */
    private String summary() {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (ResultRow row : rows) {
            Double ratio = row.ratio();
            if (ratio != null && row.unit().equals("ms")) {
                ratios.computeIfAbsent(row.of().name(), name -> new ArrayList<>())
                        .add(ratio);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("rows", "cases", "mean ratio", "best", "worst", "lost"));
        ratios.forEach((name, all) -> lines.add(line(name, all)));
        return "The geometric means of the ratios:\n\n" + MarkdownTable.of(lines);
    }

    private static List<String> line(String name, List<Double> ratios) {
        double logarithms = ratios.stream().mapToDouble(Math::log).average().orElseThrow();
        return List.of(
                name,
                String.valueOf(ratios.size()),
                MarkdownTable.number(Math.exp(logarithms), 2),
                MarkdownTable.number(ratios.stream().min(Double::compare).orElseThrow(), 2),
                MarkdownTable.number(ratios.stream().max(Double::compare).orElseThrow(), 2),
                String.valueOf(ratios.stream().filter(ratio -> ratio > 1).count()));
    }
}
