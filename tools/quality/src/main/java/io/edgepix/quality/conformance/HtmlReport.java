package io.edgepix.quality.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTML page with the pictures. For each picture and renderer it shows every bad row, or the row that is closest to a
 * limit if none is bad. The browser computes the difference, and amplifies it four times.
 */
final class HtmlReport implements AutoCloseable {
    private static final int SMALL_ENOUGH = 300;
    private static final double SMALL_FIRST = 1_000;

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>edgepix: conformance</title>
            <style>
              body { font: 14px/1.4 system-ui, sans-serif; margin: 2em; }
              h2 { font-size: 1.1em; margin: 2em 0 .3em; border-top: 1px solid #ccc; padding-top: 1em; }
              figure { display: inline-block; margin: 0 1em 1em 0; vertical-align: top; }
              img, .difference { background: repeating-conic-gradient(#ddd 0 25%, #fff 0 50%) 0 0/16px 16px; max-width: 30vw; }
              .difference { position: relative; isolation: isolate; background: #fff; filter: brightness(4); }
              .difference img { display: block; max-width: 30vw; background: #fff; }
              .difference img + img { position: absolute; left: 0; top: 0; width: 100%; height: 100%; mix-blend-mode: difference; }
              .bad { color: #b00; } table { border-collapse: collapse; } td, th { border: 1px solid #ddd; padding: 2px 6px; }
            </style>
            <h1>edgepix against sharp and a browser</h1>
            <p>Each row shows our derivative, sharp's derivative, and their difference, amplified four times. Next to
            them are a derivative of the browser's view, encoded by sharp, and the difference from ours. Judges: %s.
            Every row that differs is shown. If no row of a picture and renderer differs, the one closest to a limit is
            shown. All rows are in the table at the end.</p>
            """;

    private final @Nullable Writer page;

    private HtmlReport(@Nullable Writer page) {
        this.page = page;
    }

    /** Creates a report in a file, or one that is discarded if there is no file. */
    static HtmlReport in(@Nullable Path file, String judges) throws IOException {
        HtmlReport page = new HtmlReport(file == null ? null : Files.newBufferedWriter(file));
        page.write(HEAD.replace("%s", escaped(judges)));
        return page;
    }

    /** Adds the results of one picture. */
    void add(List<CaseResult> results) {
        Map<String, List<CaseResult>> engines = results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.row().request().engine(), LinkedHashMap::new, Collectors.toList()));
        for (List<CaseResult> group : engines.values()) {
            List<CaseResult> bad =
                    group.stream().filter(result -> result.row().isBad()).toList();
            bad.forEach(this::show);
            if (bad.isEmpty()) {
                group.stream()
                        .max(Comparator.comparingDouble(result -> interest(result.row())))
                        .ifPresent(this::show);
            }
        }
    }

    /** Prefers rows close to a limit, and small pictures to limit the size of the page. */
    private static double interest(ConformanceRow row) {
        DecodedInfo ours = row.ours().decoded();
        boolean isSmall = ours != null && ours.width() <= SMALL_ENOUGH;
        return row.badness() + (isSmall ? SMALL_FIRST : 0);
    }

    private void show(CaseResult result) {
        ConformanceRow row = result.row();
        write("<h2" + (row.isBad() ? " class=bad" : "") + ">" + escaped(heading(row)) + "</h2>\n<p>"
                + escaped(numbers(row)) + "</p>\n");
        String ours = image(row, result.ours());
        String theirs = image(row, result.theirs());
        write(figure("edgepix", ours) + figure("sharp", theirs));
        if (!ours.isEmpty() && !theirs.isEmpty()) {
            write(difference(ours, theirs));
        }
        String shown = image(row, result.shown());
        write(figure("the browser", shown));
        if (!ours.isEmpty() && !shown.isEmpty()) {
            write(difference(ours, shown));
        }
    }

    private static String difference(String one, String other) {
        return figure("difference", "<div class=difference>" + one + other + "</div>");
    }

    private static String heading(ConformanceRow row) {
        return row.request().picture() + ", " + row.request().box() + " "
                + row.request().format() + ", " + row.request().engine() + ": "
                + row.verdict().status().words()
                + (row.verdict().why().isEmpty() ? "" : ": " + row.verdict().why());
    }

    private static String numbers(ConformanceRow row) {
        return row.dimensions() + similarity(", ", row.similarity())
                + similarity(", browser: ", row.browser().similarity()) + ", bytes " + bytes(row)
                + error("; edgepix: ", row.ours().error())
                + error("; sharp: ", row.peer().error())
                + error("; browser: ", row.browser().error());
    }

    private static String similarity(String label, @Nullable Similarity similarity) {
        return similarity == null
                ? ""
                : String.format(Locale.ROOT, "%sSSIM %.4f, deltaE %.2f", label, similarity.ssim(), similarity.deltaE());
    }

    private static String error(String label, @Nullable String error) {
        return error == null ? "" : label + error;
    }

    private static String bytes(ConformanceRow row) {
        return dash(row.ours().bytes()) + " / " + dash(row.peer().bytes());
    }

    private static String dash(@Nullable Integer number) {
        return number == null ? "-" : number.toString();
    }

    private static String figure(String caption, String content) {
        return content.isEmpty() ? "" : "<figure>" + content + "<figcaption>" + caption + "</figcaption></figure>\n";
    }

    private static String image(ConformanceRow row, byte @Nullable [] derivative) {
        return derivative == null
                ? ""
                : "<img alt=\"\" src=\"data:image/" + row.request().format() + ";base64,"
                        + Base64.getEncoder().encodeToString(derivative) + "\">";
    }

    /** Ends the page with a table of all rows. */
    void finish(List<ConformanceRow> rows) {
        write("<h2>All rows</h2><p>" + TextReport.counts(rows) + "</p><table><tr><th>picture<th>box<th>format<th>engine"
                + "<th>dimensions<th>SSIM<th>deltaE<th>browser SSIM<th>browser deltaE<th>bytes<th>verdict</tr>\n");
        for (ConformanceRow row : rows) {
            write("<tr" + (row.isBad() ? " class=bad" : "") + "><td>"
                    + List.of(
                                    row.request().picture(),
                                    row.request().box(),
                                    row.request().format(),
                                    row.request().engine(),
                                    row.dimensions(),
                                    TextReport.ssim(row.similarity()),
                                    TextReport.deltaE(row.similarity()),
                                    TextReport.ssim(row.browser().similarity()),
                                    TextReport.deltaE(row.browser().similarity()),
                                    bytes(row),
                                    row.verdict().status().words() + " "
                                            + row.verdict().why())
                            .stream()
                            .map(HtmlReport::escaped)
                            .collect(Collectors.joining("<td>"))
                    + "</tr>\n");
        }
        write("</table>\n</html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void write(String text) {
        try {
            if (page != null) {
                page.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
