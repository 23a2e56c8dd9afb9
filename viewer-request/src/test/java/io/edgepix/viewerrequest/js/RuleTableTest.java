package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RuleTableTest {
    private final List<RuleTable.Row> rows = RuleTable.read();

    @TestFactory
    Stream<DynamicTest> decide_onTheJvm_hasTheOutcomeOfTheTable() {
        return each(ConfiguredRules.onTheJvm());
    }

    @TestFactory
    Stream<DynamicTest> decide_inRhino_hasTheOutcomeOfTheTable() {
        return each(ConfiguredRules.inRhino());
    }

    @TestFactory
    List<DynamicTest> handle_underNode_hasTheOutcomeOfTheTable(@TempDir Path folder) throws Exception {
        if (!Node.isInstalled()) {
            // An assumption outside of a test would leave no trace in the report.
            return List.of(DynamicTest.dynamicTest("the table under Node", Node::assumeInstalled));
        }
        List<String> decisions = new NodeRules(folder)
                .decide(rows.stream().map(RuleTable.Row::ruleCase).toList());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            tests.add(test(rows.get(i), decisions.get(i)));
        }
        return tests;
    }

    private Stream<DynamicTest> each(ConfiguredRules rules) {
        return rows.stream().map(row -> test(row, row.ruleCase().decidedBy(rules)));
    }

    private static DynamicTest test(RuleTable.Row row, String decision) {
        return DynamicTest.dynamicTest(
                row.ruleCase().name(),
                () -> assertThat(row.matches(decision))
                        .as("%s: expected %s, got \"%s\"", row.ruleCase(), row.outcome(), decision)
                        .isTrue());
    }
}
