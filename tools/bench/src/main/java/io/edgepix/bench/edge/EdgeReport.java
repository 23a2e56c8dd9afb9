package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.comparison.text.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The results of {@link EdgeBenchmark} as one page. */
final class EdgeReport {
    private final Setting setting;
    private final List<ResultRow> rows = new ArrayList<>();
    private final List<List<String>> starts = new ArrayList<>();
    private final String loadBefore;
    private final StringBuilder leftOut = new StringBuilder();
    private double floor;

    EdgeReport(Setting setting) throws IOException {
        this.setting = setting;
        this.loadBefore = Machine.load();
        starts.add(List.of("picture", "engine", "until loaded", "first event", "together"));
    }

    void add(List<ResultRow> more) {
        rows.addAll(more);
    }

    void leaveOut(String name, String why) {
        leftOut.append("Left out: `")
                .append(name)
                .append("`, since ")
                .append(why)
                .append(".\n");
    }

    void addStart(EdgeCase edgeCase, FunctionUnderTest function, ColdStarts.StartTimes times) {
        starts.add(List.of(
                edgeCase.picture(),
                function.engine() + function.variant(),
                MarkdownTable.number(times.init().median(), 1),
                MarkdownTable.number(times.first().median(), 1),
                MarkdownTable.number(times.all().median(), 1)));
    }

    void setFloor(double millis) {
        floor = millis;
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
                # The packaged origin-response function against sharp

                %s
                %s

                Both functions get the same event from the same emulated Lambda, fetch the original from the same S3,
                render a WebP of quality 80, store it and answer. `ratio` is our value divided by theirs: under 1.00 we
                are better. `cold` is the time from the start of Node.js to the first answer, in a new process each
                time. The function's files have the modification times of the zip only in rows with `ages kept`. Memory
                is the sum of the peaks of Node.js and its children.

                `throughput` is the number of events that one warm instance answers per second, one after the other:
                the median of blocks of ten events. `taskset` limits the function to the first one or two processors,
                while S3 and the client may use all. Here, `ratio` is their throughput divided by ours, which is our
                time per event divided by theirs: under 1.00 we are better, too.
                %s
                ## Lost

                %s
                ## All cases

                %s
                Where a cold start goes, in milliseconds (medians). Until a function that does nothing is loaded: %s.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        runs(),
                        leftOut,
                        ResultTable.lost(rows),
                        ResultTable.of(rows),
                        MarkdownTable.number(floor, 1),
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
}
