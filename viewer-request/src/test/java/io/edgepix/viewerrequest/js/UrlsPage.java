package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of docs/urls.md: a URL, an Accept header and a decision, each in backticks. */
final class UrlsPage {
    private static final Path PAGE = Path.of("..", "docs", "urls.md");
    private static final Pattern CONFIG = Pattern.compile("`(\\{.*\\})`:?");
    private static final Pattern REPEATED = Pattern.compile("(.)\\[(\\d+)\\]");
    private static final String NOW = "1800000000";

    /** A row: a request, and the decision as printed by {@link DecisionText}. */
    record Row(RuleCase ruleCase, String decision) {}

    private final List<Row> rows = new ArrayList<>();
    private String config = "{}";
    private boolean inTable;

    static List<Row> read() {
        UrlsPage page = new UrlsPage();
        try {
            List<String> lines = Files.readAllLines(PAGE);
            for (int i = 0; i < lines.size(); i++) {
                page.line(lines.get(i), i + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.rows;
    }

    private void line(String line, int number) {
        Matcher configured = CONFIG.matcher(line);
        if (line.startsWith("#")) {
            config = "{}";
        } else if (configured.matches()) {
            config = configured.group(1);
        } else if (line.startsWith("| URL | Accept | what happens |")) {
            inTable = true;
        } else if (!line.startsWith("|")) {
            inTable = false;
        } else if (inTable && !line.startsWith("| ---")) {
            rows.add(row(List.of(line.split(" *\\| *", -1)), "docs/urls.md, line " + number));
        }
    }

    /** Parses a row. The first column is the empty text before the first bar. */
    private Row row(List<String> columns, String name) {
        String url = expanded(code(columns.get(1), name));
        int question = url.indexOf('?');
        RuleRequest request = new RuleRequest(
                "GET",
                question < 0 ? url : url.substring(0, question),
                question < 0 ? "" : url.substring(question + 1),
                columns.get(2).isEmpty() ? "" : code(columns.get(2), name),
                "",
                "",
                "",
                "",
                NOW);
        return new Row(new RuleCase(name, config, request), decision(columns.get(3), name));
    }

    private static String decision(String what, String name) {
        return switch (what) {
            case "the original" -> "";
            case "the derivative" -> "";
            case "403" -> "403";
            default -> code(what.startsWith("400: ") ? what.substring("400: ".length()) : what, name);
        };
    }

    private static String code(String column, String name) {
        if (column.length() < 2 || !column.startsWith("`") || !column.endsWith("`")) {
            throw new IllegalStateException(name + ": expected a column in backticks, got: " + column);
        }
        return column.substring(1, column.length() - 1);
    }

    /** Expands {@code a[8000]} to 8000 times the character. */
    private static String expanded(String url) {
        return REPEATED.matcher(url)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }
}
