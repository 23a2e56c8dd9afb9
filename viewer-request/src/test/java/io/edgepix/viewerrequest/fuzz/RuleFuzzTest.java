package io.edgepix.viewerrequest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.viewerrequest.js.DecisionText;
import io.edgepix.viewerrequest.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the decisions of {@code rule.js} under Node.js with an oracle. {@code -Dedgepix.fuzz.seed} and
 * {@code -Dedgepix.fuzz.count} choose the requests and their number.
 */
class RuleFuzzTest {
    private static final long SEED = Long.getLong("edgepix.fuzz.seed", 2026);
    private static final int COUNT = Integer.getInteger("edgepix.fuzz.count", 1_000_000);
    /** More than the number of sentences. If a sentence repeated the request, there would be thousands of them. */
    private static final int MOST_SENTENCES = 60;

    private final IdentityHashMap<ConfigModel, PathGrammar> grammars = new IdentityHashMap<>();
    private final IdentityHashMap<ConfigModel, Rule> onTheJvm = new IdentityHashMap<>();
    private final Set<String> sentences = new TreeSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    @Test
    void decide_aMillionRequests_matchesTheOracle(@TempDir Path folder) throws Exception {
        assumeTrue(hasNode(), "no node on the PATH");
        Requests requests = new Requests(SEED);
        try (NodeFuzz node = new NodeFuzz(folder)) {
            node.ask(requests::next, COUNT);
            for (int i = 0; i < COUNT; i++) {
                check(node.next(), i);
            }
        }
        assertThat(sentences)
                .hasSizeLessThan(MOST_SENTENCES)
                .allMatch(sentence -> sentence.matches("[A-Za-z][ -~]*\\."));
        assertThat(kinds.values()).as("%s", kinds).hasSize(4).allMatch(count -> count > COUNT / 100);
    }

    private void check(NodeFuzz.Answer answer, int number) {
        Case tested = answer.tested();
        String decision = answer.decision();
        String kind = decision.isEmpty() || decision.equals(Case.FORBIDDEN)
                ? decision
                : decision.startsWith("/") ? "/" : Case.REFUSED;
        kinds.merge(kind, 1, Integer::sum);
        if (kind.equals(Case.REFUSED)) {
            sentences.add(decision);
        }
        String outcome = kind.equals("/") ? decision : kind;
        boolean expected = tested.outcomes() == null || tested.outcomes().contains(outcome);
        boolean same = decision.equals(onTheJvm(tested));
        if (!expected || !same || !answer.again().isEmpty() || !isParsed(tested, kind, decision)) {
            throw new AssertionError("request " + number + " of seed " + SEED + ": " + tested.request() + " under "
                    + tested.config().json() + ": \"" + decision + "\", then \"" + answer.again() + "\"; on the JVM \""
                    + onTheJvm(tested) + "\"; expected one of " + tested.outcomes());
        }
    }

    /** Returns whether a path is that of a derivative or an original, in its canonical form. */
    private boolean isParsed(Case tested, String kind, String decision) {
        if (!kind.equals("/")) {
            return true;
        }
        PathGrammar grammar = grammars.computeIfAbsent(
                tested.config(),
                config -> new PathGrammar(ConfigReader.read(config.json()).offer()));
        var derivative = grammar.parse(decision);
        Key key = Key.ofPath(decision);
        return (derivative == null ? key.path() : grammar.print(PathGrammar.folder(key), derivative)).equals(decision);
    }

    private String onTheJvm(Case tested) {
        Rule rule = onTheJvm.computeIfAbsent(
                tested.config(),
                config -> new Rule(ConfigReader.read(config.json()).offer(), new JdkHmac()));
        return DecisionText.of(rule.decide(tested.request()));
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
