package io.edgepix.bench.measurement;

import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats results as Markdown tables. */
public final class ResultTable {
    private ResultTable() {}

    /** Returns the table of a measurement. */
    public static String of(List<ResultRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("case", "picture", "box", "ours", "theirs", "unit", "ratio"));
        for (ResultRow row : rows) {
            lines.add(List.of(
                    row.of().name(),
                    row.of().picture(),
                    row.of().box(),
                    MarkdownTable.number(row.ours().value(), 1),
                    MarkdownTable.number(row.peer().value(), 1),
                    row.unit(),
                    MarkdownTable.number(row.ratio(), 2)));
        }
        return MarkdownTable.of(lines);
    }

    /** Returns the table of a measurement of several runners. */
    public static String ofEngines(List<ResultRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("case", "picture", "box", "format", "ours", "value", "theirs", "value", "unit", "ratio"));
        for (ResultRow row : rows) {
            lines.add(List.of(
                    row.of().name(),
                    row.of().picture(),
                    row.of().box(),
                    row.of().format(),
                    row.ours().engine(),
                    MarkdownTable.number(row.ours().value(), 1),
                    row.peer().engine(),
                    MarkdownTable.number(row.peer().value(), 1),
                    row.unit(),
                    MarkdownTable.number(row.ratio(), 2)));
        }
        return MarkdownTable.of(lines);
    }

    /** Returns the table of the rows whose ratio is over 1.00 when rounded, the worst first, or a sentence if none is. */
    public static String lost(List<ResultRow> rows) {
        List<ResultRow> lost = rows.stream()
                .filter(row -> rounded(row) > 1)
                .sorted(Comparator.comparingDouble(ResultTable::rounded).reversed())
                .toList();
        return lost.isEmpty() ? "None.\n" : ofEngines(lost);
    }

    private static double rounded(ResultRow row) {
        Double ratio = row.ratio();
        return ratio == null ? 0 : Math.round(ratio * 100) / 100.0;
    }

    /**
     * Returns the table of renderings with the sizes and similarities of the derivatives. Marks formats that a runner
     * does not write.
     */
    public static String ofRenderings(List<ResultRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "case",
                "picture",
                "box",
                "format",
                "ours",
                "ms",
                "theirs",
                "ms",
                "ratio",
                "quality",
                "bytes",
                "dB",
                "their dB",
                "bytes at equal dB",
                "at equal SSIMULACRA 2",
                "same work",
                "runs"));
        for (ResultRow row : rows) {
            ResultRow.Derivatives derivatives = row.derivatives();
            boolean skipped = row.ours().value() == null;
            lines.add(List.of(
                    row.of().name(),
                    row.of().picture(),
                    row.of().box(),
                    row.of().format(),
                    row.ours().engine(),
                    skipped ? "not written" : MarkdownTable.number(row.ours().value(), 1),
                    row.peer().engine(),
                    MarkdownTable.number(row.peer().value(), 1),
                    MarkdownTable.number(row.ratio(), 2),
                    derivatives == null ? "-" : Integer.toString(derivatives.quality()),
                    derivatives == null ? "-" : MarkdownTable.number(derivatives.bytesRatio(), 3),
                    derivatives == null ? "-" : MarkdownTable.number(derivatives.decibels(), 2),
                    derivatives == null ? "-" : MarkdownTable.number(derivatives.peerDecibels(), 2),
                    derivatives == null ? "-" : equalBytes(derivatives.equalBytes()),
                    derivatives == null ? "-" : equalBytes(derivatives.equalBytesBySsimulacra2()),
                    skipped ? "-" : row.isSameWork() ? "yes" : "no",
                    Integer.toString(row.runs())));
        }
        return MarkdownTable.of(lines);
    }

    private static String equalBytes(@Nullable Double ratio) {
        return ratio != null && ratio.isInfinite() ? "never equal" : MarkdownTable.number(ratio, 3);
    }
}
