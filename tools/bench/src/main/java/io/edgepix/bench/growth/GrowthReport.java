package io.edgepix.bench.growth;

import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.plot.Panel;
import io.edgepix.bench.plot.Series;
import io.edgepix.bench.plot.Sheet;
import io.edgepix.comparison.text.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The results of the growth benchmark as one page and one plot. */
record GrowthReport(
        Setting setting,
        String loadBefore,
        List<SizeGrowth.Point> points,
        List<ConcurrencyGrowth.Point> crowds,
        List<RepetitionGrowth.Line> soaks) {
    static final String PLOT = "growth.svg";

    private static final String MEGAPIXELS = "megapixels of the original";
    private static final String AT_ONCE = "concurrent requests";

    String text(List<ResultRow> rows) throws IOException {
        return """
                # What grows

                %s%s

                ![time, memory, throughput and latency](%s)

                ## With the original

                A JPEG is rendered as a WebP of 400x300 at quality 80, on one thread. Times are of processes that have
                rendered before, measured alternately. Memory is the peak of a fresh process.

                %s
                ## With concurrent requests

                The local edge, its S3 and its viewers run on this machine. Each derivative is requested once. In a fair
                queue, nobody waits much longer than the mean. The mean is the number of requests divided by the rate.

                %s
                ## With the number of renderings

                Memory of one process in megabytes, after the given number of renderings from 640x480 to 100x75. The
                last column is the last figure divided by the first.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        setting.quick() ? "\nA quick run: too few to be quoted." : "",
                        PLOT,
                        ResultTable.ofEngines(rows),
                        MarkdownTable.of(crowdLines()),
                        MarkdownTable.of(soakLines()));
    }

    private List<List<String>> crowdLines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(AT_ONCE, "derivatives a second", "p50 ms", "p99 ms", "p99 to mean", "p99 to that of 1"));
        for (ConcurrencyGrowth.Point point : crowds) {
            lines.add(List.of(
                    Integer.toString(point.crowd()),
                    MarkdownTable.number(point.perSecond(), 1),
                    MarkdownTable.number(point.p50(), 1),
                    MarkdownTable.number(point.p99(), 1),
                    MarkdownTable.number(point.p99() / point.mean(), 2),
                    MarkdownTable.number(point.p99() / crowds.getFirst().p99(), 2)));
        }
        return lines;
    }

    private List<List<String>> soakLines() {
        List<String> head = new ArrayList<>(List.of("engine"));
        for (int count : RepetitionGrowth.counts(setting)) {
            head.add("after " + count);
        }
        head.add("growth");
        List<List<String>> lines = new ArrayList<>(List.of(head));
        for (RepetitionGrowth.Line soak : soaks) {
            List<String> line = new ArrayList<>(List.of(soak.engine()));
            soak.megabytes().forEach(megabytes -> line.add(MarkdownTable.number(megabytes, 1)));
            line.add(MarkdownTable.number(
                    soak.megabytes().getLast() / soak.megabytes().getFirst(), 2));
            lines.add(line);
        }
        return lines;
    }

    String plot() {
        return new Sheet(List.of(
                        new Panel("Time", MEGAPIXELS, "milliseconds", true, bySize(SizeGrowth.Point::millis)),
                        new Panel("Peak memory", MEGAPIXELS, "megabytes", false, bySize(SizeGrowth.Point::megabytes)),
                        new Panel(
                                "Throughput of the local edge",
                                AT_ONCE,
                                "derivatives a second",
                                false,
                                List.of(byCrowd("edgepix", ConcurrencyGrowth.Point::perSecond))),
                        new Panel(
                                "Latency of the local edge",
                                AT_ONCE,
                                "milliseconds",
                                true,
                                List.of(
                                        byCrowd("p50", ConcurrencyGrowth.Point::p50),
                                        byCrowd("p99", ConcurrencyGrowth.Point::p99)))))
                .svg();
    }

    private List<Series> bySize(ToDoubleFunction<SizeGrowth.Point> value) {
        return points.stream()
                .map(SizeGrowth.Point::engine)
                .distinct()
                .map(engine -> new Series(
                        engine,
                        points.stream()
                                .filter(point -> point.engine().equals(engine))
                                .map(point -> new Series.Point(point.megapixels(), value.applyAsDouble(point)))
                                .toList()))
                .toList();
    }

    private Series byCrowd(String name, ToDoubleFunction<ConcurrencyGrowth.Point> value) {
        return new Series(
                name,
                crowds.stream()
                        .map(point -> new Series.Point(point.crowd(), value.applyAsDouble(point)))
                        .toList());
    }
}
