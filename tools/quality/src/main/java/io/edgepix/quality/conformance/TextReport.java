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

/** The printed report. */
final class TextReport {
    private static final int LONG = 110;

    private TextReport() {}

    /** Returns the progress line of one picture. */
    static String line(List<CaseResult> results) {
        List<ConformanceRow> rows = results.stream().map(CaseResult::row).toList();
        return "dev: " + rows.getFirst().request().picture() + ": " + counts(rows);
    }

    /**
     * Returns a line for each picture and renderer, for each bad row, and for each picture that a side cannot read,
     * followed by the counts.
     */
    static String of(List<ConformanceRow> rows) {
        StringBuilder text = new StringBuilder(MarkdownTable.of(pictures(rows)));
        List<ConformanceRow> bad = rows.stream().filter(ConformanceRow::isBad).toList();
        if (!bad.isEmpty()) {
            text.append('\n').append(MarkdownTable.of(details(bad)));
        }
        List<ConformanceRow> refused = rows.stream()
                .filter(row -> row.ours().error() != null
                        || row.peer().error() != null
                        || row.browser().error() != null)
                .toList();
        if (!refused.isEmpty()) {
            text.append('\n').append(MarkdownTable.of(refusals(refused)));
        }
        return text.append('\n').append(counts(rows)).append('\n').toString();
    }

    private static Collection<List<ConformanceRow>> grouped(
            List<ConformanceRow> rows, Function<ConformanceRow, Object> key) {
        Map<Object, List<ConformanceRow>> groups =
                rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static List<List<String>> pictures(List<ConformanceRow> rows) {
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
        for (List<ConformanceRow> group : grouped(
                rows, row -> List.of(row.request().picture(), row.request().engine()))) {
            ConformanceRow first = group.getFirst();
            lines.add(List.of(
                    first.request().picture(),
                    first.request().engine(),
                    group.stream().filter(row -> row.is(RowStatus.OK)).count() + "/" + group.size(),
                    worst(group, ConformanceRow::similarity, Similarity::ssim, -1, 4),
                    worst(group, ConformanceRow::similarity, Similarity::deltaE, 1, 2),
                    worst(group, row -> row.browser().similarity(), Similarity::ssim, -1, 4),
                    worst(group, row -> row.browser().similarity(), Similarity::deltaE, 1, 2),
                    ratio(group, row -> quotient(row.ours().bytes(), row.peer().bytes())),
                    ratio(group, row -> quotient(row.ours().millis(), row.peer().millis())),
                    verdicts(group)));
        }
        return lines;
    }

    private static String worst(
            List<ConformanceRow> rows,
            Function<ConformanceRow, @Nullable Similarity> judge,
            ToDoubleFunction<Similarity> figure,
            int sign,
            int digits) {
        return MarkdownTable.number(
                rows.stream()
                        .map(judge)
                        .filter(Objects::nonNull)
                        .map(figure::applyAsDouble)
                        .max(Comparator.comparingDouble(value -> sign * value))
                        .orElse(null),
                digits);
    }

    static String ssim(@Nullable Similarity similarity) {
        return MarkdownTable.number(similarity == null ? null : similarity.ssim(), 4);
    }

    static String deltaE(@Nullable Similarity similarity) {
        return MarkdownTable.number(similarity == null ? null : similarity.deltaE(), 2);
    }

    private static double quotient(@Nullable Number ours, @Nullable Number theirs) {
        return ours == null || theirs == null ? Double.NaN : ours.doubleValue() / theirs.doubleValue();
    }

    /** Returns the geometric mean of the ratios of ours to theirs. */
    private static String ratio(List<ConformanceRow> rows, ToDoubleFunction<ConformanceRow> quotient) {
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

    private static String verdicts(List<ConformanceRow> rows) {
        return rows.stream()
                .map(row -> row.verdict().status().words())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> details(List<ConformanceRow> rows) {
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
        for (ConformanceRow row : rows) {
            String error = row.ours().error();
            String why = error == null ? row.verdict().why() : error;
            lines.add(List.of(
                    row.request().picture(),
                    row.request().box(),
                    row.request().format(),
                    row.request().engine(),
                    row.dimensions(),
                    ssim(row.similarity()),
                    deltaE(row.similarity()),
                    ssim(row.browser().similarity()),
                    deltaE(row.browser().similarity()),
                    row.verdict().status().words(),
                    why));
        }
        return lines;
    }

    private static List<List<String>> refusals(List<ConformanceRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("picture", "engine", "rows", "verdict", "edgepix", "sharp", "browser"));
        for (List<ConformanceRow> group : grouped(
                rows,
                row -> List.of(
                        row.request().picture(),
                        row.request().engine(),
                        row.verdict().status(),
                        String.valueOf(row.ours().error())))) {
            ConformanceRow row = group.getFirst();
            lines.add(List.of(
                    row.request().picture(),
                    row.request().engine(),
                    Integer.toString(group.size()),
                    row.verdict().status().words(),
                    said(row.ours().error()),
                    said(row.peer().error()),
                    said(row.browser().error())));
        }
        return lines;
    }

    private static String said(@Nullable String words) {
        if (words == null) {
            return "-";
        }
        return words.length() > LONG ? words.substring(0, LONG) + "..." : words;
    }

    static String counts(List<ConformanceRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() + " rows");
        for (RowStatus verdict : RowStatus.values()) {
            long count = rows.stream().filter(row -> row.is(verdict)).count();
            if (count > 0) {
                text.append(", ").append(count).append(' ').append(verdict.words());
            }
        }
        return text.toString();
    }
}
