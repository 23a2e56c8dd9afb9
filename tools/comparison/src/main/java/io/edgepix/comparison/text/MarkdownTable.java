package io.edgepix.comparison.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Markdown tables with aligned columns, which are readable as plain text too. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** Returns a table of lines with equal numbers of cells. The first line is the header. */
    public static String of(List<List<String>> lines) {
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

    /** Returns a number with the given count of decimals, or a dash if there is no number. */
    public static String number(@Nullable Double value, int decimals) {
        return value == null ? "-" : number(value.doubleValue(), decimals);
    }

    /** Returns a number with the given count of decimals. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
