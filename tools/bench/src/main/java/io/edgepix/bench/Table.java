package io.edgepix.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as a table of Markdown, readable without being rendered. */
public final class Table {
    private Table() {}

    /** The rows of a measurement. */
    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("case", "picture", "box", "ours", "theirs", "unit", "ratio"));
        for (Row row : rows) {
            lines.add(List.of(
                    row.name(),
                    row.picture(),
                    row.box(),
                    number(row.engineValue(), 1),
                    number(row.peerValue(), 1),
                    row.unit(),
                    number(row.ratio(), 2)));
        }
        return markdown(lines);
    }

    /** The rows of a measurement of more engines than one. */
    static String ofEngines(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("case", "picture", "box", "format", "ours", "value", "theirs", "value", "unit", "ratio"));
        for (Row row : rows) {
            lines.add(List.of(
                    row.name(),
                    row.picture(),
                    row.box(),
                    row.format(),
                    row.engine(),
                    number(row.engineValue(), 1),
                    row.peer(),
                    number(row.peerValue(), 1),
                    row.unit(),
                    number(row.ratio(), 2)));
        }
        return markdown(lines);
    }

    /** The rows of renderings, with what the derivatives are like; says so where a format is not written. */
    static String ofRenderings(List<Row> rows) {
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
        for (Row row : rows) {
            boolean skipped = row.engineValue() == null;
            lines.add(List.of(
                    row.name(),
                    row.picture(),
                    row.box(),
                    row.format(),
                    row.engine(),
                    skipped ? "not written" : number(row.engineValue(), 1),
                    row.peer(),
                    number(row.peerValue(), 1),
                    number(row.ratio(), 2),
                    number(row.bytesRatio(), 3),
                    number(row.ssimDb(), 2),
                    number(row.peerSsimDb(), 2),
                    skipped ? "-" : row.isSameWork() ? "yes" : "no",
                    Integer.toString(row.runs())));
        }
        return markdown(lines);
    }

    /** Lines of as many cells each; the first one is the head. */
    public static String markdown(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.getFirst().size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        List<String> dashes = widths.stream().map("-"::repeat).toList();
        List<List<String>> all = new ArrayList<>(lines);
        all.add(1, dashes);
        return all.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        List<String> padded = new ArrayList<>(Collections.nCopies(cells.size(), ""));
        for (int i = 0; i < cells.size(); i++) {
            padded.set(i, cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()));
        }
        return "| " + String.join(" | ", padded) + " |";
    }

    /** A dash for what is not known. */
    public static String number(@Nullable Double value, int digits) {
        return value == null ? "-" : number(value.doubleValue(), digits);
    }

    /** With that many digits behind the point. */
    public static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
