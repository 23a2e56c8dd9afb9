package io.edgepix.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows as a table of Markdown, readable without being rendered. */
final class Table {
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

    /** Lines of as many cells each; the first one is the head. */
    static String markdown(List<List<String>> lines) {
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

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
