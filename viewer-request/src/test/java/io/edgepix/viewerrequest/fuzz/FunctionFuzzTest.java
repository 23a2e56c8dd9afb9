package io.edgepix.viewerrequest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.viewerrequest.js.FunctionAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the decisions of the CloudFront Function with the oracle and with the rule on the JVM, in each answer as a
 * whole. {@code -Dedgepix.fuzz.seed} and {@code -Dedgepix.function.count} choose the requests and their number.
 */
class FunctionFuzzTest {
    private static final long SEED = Long.getLong("edgepix.fuzz.seed", 2026);
    private static final int COUNT = Integer.getInteger("edgepix.function.count", 30_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void handle_randomRequestsInNode_matchesTheOracle() throws Exception {
        assertMatches(FunctionAnswers.inNode(scratch));
    }

    @Test
    void handle_randomRequestsInNjs_matchesTheOracle() throws Exception {
        assertMatches(FunctionAnswers.inNjs(scratch));
    }

    private static void assertMatches(FunctionAnswers function) throws Exception {
        Map<ConfigModel, List<Case>> byConfig = new HashMap<>();
        Requests requests = new Requests(SEED);
        int others = 0;
        for (int i = 0; i < COUNT; i++) {
            Case next = requests.next();
            if (function.covers(next.config().json(), next.request())) {
                byConfig.computeIfAbsent(next.config(), _ -> new ArrayList<>()).add(next);
            } else {
                others++;
            }
        }
        Map<String, Integer> kinds = new HashMap<>();
        for (Map.Entry<ConfigModel, List<Case>> group : byConfig.entrySet()) {
            List<Case> cases = group.getValue();
            List<String> decisions = function.decide(
                    group.getKey().json(), cases.stream().map(Case::request).toList());
            for (int i = 0; i < cases.size(); i++) {
                kinds.merge(check(cases.get(i), decisions.get(i)), 1, Integer::sum);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "CloudFront Function: %,d of %,d random requests are covered by %d of %d configurations: %s%n",
                COUNT - others,
                COUNT,
                byConfig.size(),
                ConfigModel.ALL.size(),
                kinds);
        assertThat(kinds.values()).as("%s", kinds).hasSize(3).allMatch(count -> count > COUNT / 100);
    }

    private static String check(Case tested, String decision) {
        String kind = decision.isEmpty() || decision.startsWith("/") ? decision : Case.REFUSED;
        assertThat(tested.outcomes() == null || tested.outcomes().contains(kind))
                .as("%s under %s: %s", tested.request(), tested.config().json(), decision)
                .isTrue();
        return kind.startsWith("/") ? "/" : kind;
    }
}
