package io.edgepix.bench.render;

import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A summary that compares each edgepix runner with sharp for each kind. */
final class RenderSummary {
    private RenderSummary() {}

    /**
     * Returns a line for each measured kind: count, ratios and targets, and whether the targets are met with the same
     * work.
     */
    static String of(List<ResultRow> rows, List<String> ours) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "case",
                "engine",
                "rows",
                "mean ratio",
                "at most",
                "worst ratio",
                "at most",
                "targets met",
                "same work"));
        for (String engine : ours) {
            for (RenderKind target : RenderKind.values()) {
                add(
                        lines,
                        rows,
                        target.words,
                        engine,
                        target.mean,
                        target.worst,
                        row -> row.of().name().equals(target.words));
            }
        }
        if (ours.contains(Runners.PORTABLE)) {
            add(
                    lines,
                    rows,
                    "the portable renderer, all of these in ms",
                    Runners.PORTABLE,
                    RenderKind.PORTABLE,
                    Double.NaN,
                    row -> row.unit().equals("ms"));
        }
        return MarkdownTable.of(lines);
    }

    private static void add(
            List<List<String>> lines,
            List<ResultRow> rows,
            String name,
            String engine,
            double mean,
            double worst,
            Predicate<ResultRow> which) {
        List<ResultRow> against = rows.stream()
                .filter(row -> row.ours().engine().equals(engine)
                        && row.peer().engine().equals(SharpRunner.NAME))
                .filter(which)
                .toList();
        if (against.isEmpty()) {
            return;
        }
        List<ResultRow> measured =
                against.stream().filter(row -> row.ratio() != null).toList();
        if (measured.isEmpty()) {
            lines.add(List.of(name, engine, "0", "-", target(mean), "-", target(worst), "not written", "-"));
            return;
        }
        DoubleSummaryStatistics ratios = measured.stream()
                .mapToDouble(row -> Objects.requireNonNull(row.ratio()))
                .summaryStatistics();
        boolean met = isWithin(ratios.getAverage(), mean) && isWithin(ratios.getMax(), worst);
        lines.add(List.of(
                name,
                engine,
                Integer.toString(measured.size()),
                MarkdownTable.number(ratios.getAverage(), 2),
                target(mean),
                MarkdownTable.number(ratios.getMax(), 2),
                target(worst),
                Double.isNaN(mean) ? "-" : met ? "yes" : "no",
                sameWork(measured)));
    }

    private static boolean isWithin(double ratio, double most) {
        return Double.isNaN(most) || ratio <= most;
    }

    private static String target(double most) {
        return Double.isNaN(most) ? "-" : MarkdownTable.number(most, 2);
    }

    private static String sameWork(List<ResultRow> rows) {
        List<ResultRow> judged =
                rows.stream().filter(row -> row.derivatives() != null).toList();
        return judged.isEmpty()
                ? "-"
                : share(judged.stream().filter(ResultRow::isSameWork).count(), judged.size());
    }

    private static String share(long good, int all) {
        return good == all ? "yes" : "no, " + good + " of " + all;
    }
}
