package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A summary that compares each edgepix runner with sharp for each kind. */
final class RenderSummary {
    private RenderSummary() {}

    /**
     * Returns a line for each measured kind: count, target, ratios, and whether the target is met with the same work.
     */
    static String of(List<ResultRow> rows, List<String> ours) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of("case", "engine", "rows", "at most", "median ratio", "worst ratio", "all within", "same work"));
        for (String engine : ours) {
            for (RenderKind target : RenderKind.values()) {
                add(
                        lines,
                        rows,
                        target.words,
                        engine,
                        target.most,
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
                    row -> row.unit().equals("ms"));
        }
        return MarkdownTable.of(lines);
    }

    private static void add(
            List<List<String>> lines,
            List<ResultRow> rows,
            String name,
            String engine,
            double most,
            Predicate<ResultRow> which) {
        List<ResultRow> against = rows.stream()
                .filter(row -> row.ours().engine().equals(engine)
                        && row.peer().engine().equals(SharpRunner.NAME))
                .filter(which)
                .toList();
        List<ResultRow> measured =
                against.stream().filter(row -> row.ratio() != null).toList();
        if (against.isEmpty()) {
            return;
        }
        if (measured.isEmpty()) {
            lines.add(List.of(name, engine, "0", most(most), "-", "-", "not written", "-"));
            return;
        }
        Measurements ratios = new Measurements();
        measured.forEach(row -> ratios.add(Objects.requireNonNull(row.ratio())));
        long within = measured.stream()
                .filter(row -> Objects.requireNonNull(row.ratio()) <= most)
                .count();
        lines.add(List.of(
                name,
                engine,
                Integer.toString(measured.size()),
                most(most),
                MarkdownTable.number(ratios.median(), 2),
                MarkdownTable.number(ratios.percentile(100), 2),
                Double.isNaN(most) ? "-" : share(within, measured.size()),
                sameWork(measured)));
    }

    private static String most(double most) {
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
