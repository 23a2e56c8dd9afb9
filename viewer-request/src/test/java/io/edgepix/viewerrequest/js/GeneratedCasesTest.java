package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCasesTest {
    private static final int COUNT = 20_000;
    private static final List<RuleCase> CASES = GeneratedCases.of(COUNT);
    private static final List<String> ON_THE_JVM = decidedBy(ConfiguredRules.onTheJvm());

    @Test
    void generate_always_spreadsOverEveryDecision() {
        assertThat(count(String::isEmpty)).as("passed").isGreaterThan(COUNT / 10);
        assertThat(count(decision -> decision.startsWith("/"))).as("rewritten").isGreaterThan(COUNT / 4);
        assertThat(count(decision -> decision.endsWith("."))).as("refused").isGreaterThan(COUNT / 4);
        assertThat(count("403"::equals)).as("forbidden").isGreaterThan(COUNT / 100);
        assertThat(new HashSet<>(ON_THE_JVM)).as("different decisions").hasSizeGreaterThan(COUNT / 4);
    }

    @Test
    void decide_inRhino_agreesWithTheJvm() {
        assertAgreement(decidedBy(ConfiguredRules.inRhino()));
    }

    @Test
    void handle_underNode_agreesWithTheJvm(@TempDir Path folder) throws Exception {
        assertAgreement(new NodeRules(folder).decide(CASES));
    }

    private static List<String> decidedBy(ConfiguredRules rules) {
        return CASES.stream().map(ruleCase -> ruleCase.decidedBy(rules)).toList();
    }

    private static void assertAgreement(List<String> decisions) {
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            if (!decisions.get(i).equals(ON_THE_JVM.get(i))) {
                disagreements.add(
                        CASES.get(i) + ": \"" + decisions.get(i) + "\", on the JVM \"" + ON_THE_JVM.get(i) + "\"");
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static long count(Predicate<String> decision) {
        return ON_THE_JVM.stream().filter(decision).count();
    }
}
