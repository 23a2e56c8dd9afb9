package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks the decisions in docs/urls.md. */
class UrlsPageTest {
    private static final List<UrlsPage.Row> ROWS = UrlsPage.read();

    @Test
    void read_thePage_findsItsTables() {
        assertThat(ROWS).hasSizeGreaterThan(100);
        assertThat(ROWS.stream().map(row -> row.ruleCase().config()).distinct()).hasSizeGreaterThan(5);
    }

    @TestFactory
    Stream<DynamicTest> decide_onTheJvm_decidesAsThePageDescribes() {
        return each(ConfiguredRules.onTheJvm());
    }

    @TestFactory
    Stream<DynamicTest> decide_inRhino_decidesAsThePageDescribes() {
        return each(ConfiguredRules.inRhino());
    }

    private static Stream<DynamicTest> each(ConfiguredRules rules) {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.ruleCase().name(),
                        () -> assertThat(row.ruleCase().decidedBy(rules))
                                .as("%s", row.ruleCase())
                                .isEqualTo(row.decision())));
    }
}
