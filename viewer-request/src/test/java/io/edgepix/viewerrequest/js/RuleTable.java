package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads {@code rule-cases.txt}. The head of the file describes its lines. */
final class RuleTable {
    private static final Pattern SETTING =
            Pattern.compile("(config|method|accept|user-agent|dpr|width|save-data) (.+)");
    private static final String NOW = "1800000000";
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})");

    /**
     * A case and its expected outcome.
     *
     * @param outcome {@code pass}, a path, {@code forbidden}, or {@code 400} with a sentence or its beginning
     */
    record Row(RuleCase ruleCase, String outcome) {
        /** Returns whether a decision, as printed by {@link DecisionText}, is the outcome. */
        boolean matches(String decision) {
            if (outcome.startsWith("400 ")) {
                String sentence = outcome.substring("400 ".length());
                return sentence.endsWith("...")
                        ? decision.startsWith(sentence.substring(0, sentence.length() - 3))
                        : decision.equals(sentence);
            }
            return decision.equals(
                    switch (outcome) {
                        case "pass" -> "";
                        case "forbidden" -> "403";
                        default -> outcome;
                    });
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    static List<Row> read() {
        RuleTable table = new RuleTable();
        try (InputStream in = Objects.requireNonNull(RuleTable.class.getResourceAsStream("/rule-cases.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                table.add(lines.get(i), i + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.rows;
    }

    private void add(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var setting = SETTING.matcher(line);
        int arrow = line.lastIndexOf(" -> ");
        if (line.startsWith("==")) {
            settings.clear();
        } else if (setting.matches()) {
            settings.put(setting.group(1), setting.group(2));
        } else if (line.startsWith("/") && arrow > 0) {
            String name = "line " + number + ": " + line.substring(0, arrow).strip();
            rows.add(new Row(ruleCase(name, line.substring(0, arrow)), line.substring(arrow + 4)));
        } else {
            throw new IllegalStateException("rule-cases.txt, line " + number + ": expected a case or a setting");
        }
    }

    private RuleCase ruleCase(String name, String columns) {
        List<String> column = List.of(columns.split("\\|", -1));
        String url = unescaped(column.get(0).strip());
        int question = url.indexOf('?');
        return new RuleCase(
                name,
                settings.getOrDefault("config", "{}"),
                new RuleRequest(
                        settings.getOrDefault("method", "GET"),
                        question < 0 ? url : url.substring(0, question),
                        question < 0 ? "" : url.substring(question + 1),
                        column.size() > 1 ? column.get(1).strip() : settings.getOrDefault("accept", ""),
                        column.size() > 2 ? column.get(2).strip() : settings.getOrDefault("user-agent", ""),
                        settings.getOrDefault("dpr", ""),
                        settings.getOrDefault("width", ""),
                        settings.getOrDefault("save-data", ""),
                        NOW));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }
}
