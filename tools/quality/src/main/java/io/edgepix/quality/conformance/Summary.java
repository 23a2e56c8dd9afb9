package io.edgepix.quality.conformance;

import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is printed of the rows. */
final class Summary {
    private static final int LONG = 110;

    private Summary() {}

    private interface Figure {
        @Nullable
        Double of(Row row);
    }

    /** One picture, while the others are still at work. */
    static String line(List<Exhibit> exhibits) {
        List<Row> rows = exhibits.stream().map(Exhibit::row).toList();
        return "dev: " + rows.getFirst().picture() + ": " + counts(rows);
    }

    /** A line a picture and renderer, a line a row that is bad, a line for what only one side reads, and the counts. */
    static String of(List<Row> rows) {
        StringBuilder text = new StringBuilder(MarkdownTable.of(pictures(rows)));
        List<Row> bad = rows.stream().filter(Row::isBad).toList();
        if (!bad.isEmpty()) {
            text.append('\n').append(MarkdownTable.of(details(bad)));
        }
        List<Row> refused = rows.stream()
                .filter(row -> row.error() != null || row.peerError() != null || row.browserError() != null)
                .toList();
        if (!refused.isEmpty()) {
            text.append('\n').append(MarkdownTable.of(refusals(refused)));
        }
        return text.append('\n').append(counts(rows)).append('\n').toString();
    }

    private static Collection<List<Row>> grouped(List<Row> rows, Function<Row, Object> key) {
        Map<Object, List<Row>> groups =
                rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static List<List<String>> pictures(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "picture",
                "engine",
                "rows ok",
                "SSIM",
                "deltaE",
                "browser SSIM",
                "browser deltaE",
                "bytes x",
                "time x",
                "verdict"));
        for (List<Row> group : grouped(rows, row -> List.of(row.picture(), row.engine()))) {
            Row first = group.getFirst();
            lines.add(List.of(
                    first.picture(),
                    first.engine(),
                    group.stream().filter(row -> row.is(Verdict.OK)).count() + "/" + group.size(),
                    worst(group, Row::ssim, -1, 4),
                    worst(group, Row::deltaE, 1, 2),
                    worst(group, Row::browserSsim, -1, 4),
                    worst(group, Row::browserDeltaE, 1, 2),
                    ratio(group, row -> quotient(row.bytes(), row.peerBytes())),
                    ratio(group, row -> quotient(row.millis(), row.peerMillis())),
                    verdicts(group)));
        }
        return lines;
    }

    private static String worst(List<Row> rows, Figure figure, int sign, int digits) {
        return MarkdownTable.number(
                rows.stream()
                        .map(figure::of)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparingDouble(value -> sign * value))
                        .orElse(null),
                digits);
    }

    private static double quotient(@Nullable Number ours, @Nullable Number theirs) {
        return ours == null || theirs == null ? Double.NaN : ours.doubleValue() / theirs.doubleValue();
    }

    /** The geometric mean of ours by theirs. */
    private static String ratio(List<Row> rows, ToDoubleFunction<Row> quotient) {
        double[] logarithms = rows.stream()
                .mapToDouble(quotient)
                .filter(Double::isFinite)
                .map(Math::log)
                .toArray();
        double sum = 0;
        for (double logarithm : logarithms) {
            sum += logarithm;
        }
        return logarithms.length == 0 ? "-" : MarkdownTable.number(Math.exp(sum / logarithms.length), 2);
    }

    private static String verdicts(List<Row> rows) {
        return rows.stream().map(Row::verdict).distinct().collect(Collectors.joining(", "));
    }

    private static List<List<String>> details(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "picture",
                "box",
                "format",
                "engine",
                "ours / sharp's",
                "SSIM",
                "deltaE",
                "browser SSIM",
                "browser deltaE",
                "verdict",
                "why"));
        for (Row row : rows) {
            String why = row.error() == null ? row.why() : row.error();
            lines.add(List.of(
                    row.picture(),
                    row.box(),
                    row.format(),
                    row.engine(),
                    row.measures(),
                    MarkdownTable.number(row.ssim(), 4),
                    MarkdownTable.number(row.deltaE(), 2),
                    MarkdownTable.number(row.browserSsim(), 4),
                    MarkdownTable.number(row.browserDeltaE(), 2),
                    row.verdict(),
                    why));
        }
        return lines;
    }

    private static List<List<String>> refusals(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("picture", "engine", "rows", "verdict", "ours says", "sharp says", "the browser says"));
        for (List<Row> group : grouped(
                rows, row -> List.of(row.picture(), row.engine(), row.verdict(), String.valueOf(row.error())))) {
            Row row = group.getFirst();
            lines.add(List.of(
                    row.picture(),
                    row.engine(),
                    Integer.toString(group.size()),
                    row.verdict(),
                    said(row.error()),
                    said(row.peerError()),
                    said(row.browserError())));
        }
        return lines;
    }

    private static String said(@Nullable String words) {
        if (words == null) {
            return "-";
        }
        return words.length() > LONG ? words.substring(0, LONG) + "..." : words;
    }

    static String counts(List<Row> rows) {
        StringBuilder text = new StringBuilder(rows.size() + " rows");
        for (Verdict verdict : Verdict.values()) {
            long count = rows.stream().filter(row -> row.is(verdict)).count();
            if (count > 0) {
                text.append(", ").append(count).append(' ').append(verdict.words());
            }
        }
        return text.toString();
    }
}
