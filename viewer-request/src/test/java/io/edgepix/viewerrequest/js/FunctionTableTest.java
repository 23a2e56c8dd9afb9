package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the CloudFront Function by the lines of {@code rule-cases.txt} and {@code clients.txt}. It covers the lines whose
 * configuration it knows.
 */
class FunctionTableTest {
    /** At the last change of this limit: 482 of 730 lines. */
    private static final int LEAST_LINES = 480;

    private static final List<RuleTable.Row> ROWS = RuleTable.read();
    private static final List<ClientTable.Client> CLIENTS = ClientTable.read();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void tables_mostLines_areCovered() {
        Map<String, Long> others = ROWS.stream()
                .filter(row -> !FunctionRules.covers(row.ruleCase()))
                .collect(Collectors.groupingBy(
                        row -> String.join(", ", FunctionRules.unknownFields(row.ruleCase())),
                        TreeMap::new,
                        Collectors.counting()));
        int covered = covered().size();
        System.out.printf(
                Locale.ROOT,
                "CloudFront Function: covers %d of %d lines of rule-cases.txt; not covered, by field: %s%n",
                covered,
                ROWS.size(),
                others);
        System.out.printf(
                Locale.ROOT,
                "CloudFront Function: covers all %d clients of clients.txt with %d requests%n",
                CLIENTS.size(),
                clientCases().size());

        assertThat(others.values().stream().mapToLong(Long::longValue).sum() + covered)
                .isEqualTo(ROWS.size());
        assertThat(covered).isGreaterThanOrEqualTo(LEAST_LINES);
        assertThat(clientCases()).allMatch(FunctionRules::covers);
    }

    @Test
    void handle_linesInNode_hasTheOutcomeOfTheTable() throws Exception {
        assertOutcomes(covered(), rules(FunctionEngine.NODE));
    }

    /** The console of CloudFront tests functions with such events. */
    @Test
    void handle_parsedQueryStringAlone_hasTheOutcomeOfTheTable() throws Exception {
        assertOutcomes(covered(), rules(FunctionEngine.NODE, FunctionEvent::withoutText));
    }

    @Test
    void handle_linesInNjs_hasTheOutcomeOfTheTable() throws Exception {
        Path njs = Njs.require();
        List<RuleTable.Row> readable = covered().stream()
                .filter(row -> FunctionEvent.isUtf8(row.ruleCase().request()))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "CloudFront Function: njs %s runs %d lines; it cannot read halves of surrogate pairs in %d%n",
                Njs.version(njs),
                readable.size(),
                covered().size() - readable.size());

        assertOutcomes(readable, rules(FunctionEngine.njs(njs)));
    }

    @Test
    void handle_clientsInNode_choosesAFormatThatTheyDecode() throws Exception {
        assertFormats(rules(FunctionEngine.NODE));
    }

    @Test
    void handle_clientsInNjs_choosesAFormatThatTheyDecode() throws Exception {
        assertFormats(rules(FunctionEngine.njs(Njs.require())));
    }

    private static void assertOutcomes(List<RuleTable.Row> rows, FunctionRules rules) throws Exception {
        Map<RuleCase, String> decisions =
                rules.decide(rows.stream().map(RuleTable.Row::ruleCase).toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.matches(decisions.getOrDefault(row.ruleCase(), "none")))
                        .as("%s: expected %s, got %s", row.ruleCase(), row.outcome(), decisions.get(row.ruleCase()))
                        .isTrue());
    }

    private static void assertFormats(FunctionRules rules) throws Exception {
        Map<RuleCase, String> decisions = rules.decide(clientCases());
        assertThat(CLIENTS).allSatisfy(client -> {
            List<String> paths = client.cases().stream().map(decisions::get).toList();
            assertThat(paths).as("%s", client).isEqualTo(client.paths()).allMatch(client::shows);
        });
    }

    private FunctionRules rules(FunctionEngine engine) {
        return rules(engine, UnaryOperator.identity());
    }

    private FunctionRules rules(FunctionEngine engine, UnaryOperator<JsonObject> change) {
        return new FunctionRules(engine, scratch, change);
    }

    private static List<RuleTable.Row> covered() {
        return ROWS.stream().filter(row -> FunctionRules.covers(row.ruleCase())).toList();
    }

    private static List<RuleCase> clientCases() {
        return CLIENTS.stream().flatMap(client -> client.cases().stream()).toList();
    }
}
