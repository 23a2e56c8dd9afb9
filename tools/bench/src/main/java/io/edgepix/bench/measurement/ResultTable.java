package io.edgepix.bench.measurement;

import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.List;

/** Results as a table of Markdown. */
public final class ResultTable {
    private ResultTable() {}

    /** Returns the table of a measurement. */
    public static String of(List<ResultRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("case", "picture", "box", "ours", "theirs", "unit", "ratio"));
        for (ResultRow row : rows) {
            lines.add(List.of(
                    row.name(),
                    row.picture(),
                    row.box(),
                    MarkdownTable.number(row.engineValue(), 1),
                    MarkdownTable.number(row.peerValue(), 1),
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
                    row.name(),
                    row.picture(),
                    row.box(),
                    row.format(),
                    row.engine(),
                    MarkdownTable.number(row.engineValue(), 1),
                    row.peer(),
                    MarkdownTable.number(row.peerValue(), 1),
                    row.unit(),
                    MarkdownTable.number(row.ratio(), 2)));
        }
        return MarkdownTable.of(lines);
    }

    /**
     * Returns the table of renderings with the sizes and similarities of the derivatives; marks formats that are not
     * written.
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
                "bytes",
                "dB",
                "their dB",
                "same work",
                "runs"));
        for (ResultRow row : rows) {
            boolean skipped = row.engineValue() == null;
            lines.add(List.of(
                    row.name(),
                    row.picture(),
                    row.box(),
                    row.format(),
                    row.engine(),
                    skipped ? "not written" : MarkdownTable.number(row.engineValue(), 1),
                    row.peer(),
                    MarkdownTable.number(row.peerValue(), 1),
                    MarkdownTable.number(row.ratio(), 2),
                    MarkdownTable.number(row.bytesRatio(), 3),
                    MarkdownTable.number(row.ssimDb(), 2),
                    MarkdownTable.number(row.peerSsimDb(), 2),
                    skipped ? "-" : row.isSameWork() ? "yes" : "no",
                    Integer.toString(row.runs())));
        }
        return MarkdownTable.of(lines);
    }
}
