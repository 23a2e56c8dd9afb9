package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The decisions of CloudFront Functions in one engine. */
public final class FunctionAnswers {
    private final FunctionRules rules;
    private final boolean needsUtf8;

    private FunctionAnswers(FunctionEngine engine, Path scratch, boolean needsUtf8) {
        this.rules = new FunctionRules(engine, scratch, UnaryOperator.identity());
        this.needsUtf8 = needsUtf8;
    }

    /** Runs functions in Node.js. */
    public static FunctionAnswers inNode(Path scratch) {
        return new FunctionAnswers(FunctionEngine.NODE, scratch, false);
    }

    /** Runs functions in njs. Without it the test is skipped; in CI it fails. */
    public static FunctionAnswers inNjs(Path scratch) throws IOException, InterruptedException {
        return new FunctionAnswers(FunctionEngine.njs(Njs.require()), scratch, true);
    }

    /** Returns whether the function knows a configuration, and the engine can read a request. */
    public boolean covers(String config, RuleRequest request) {
        return FunctionRules.covers(new RuleCase("", config, request)) && (!needsUtf8 || FunctionEvent.isUtf8(request));
    }

    /**
     * Returns the decisions, as printed by {@link DecisionText}. Checks that each answer is that of the handler on the
     * JVM.
     */
    public List<String> decide(String config, List<RuleRequest> requests) throws IOException, InterruptedException {
        List<RuleCase> cases = new ArrayList<>();
        for (RuleRequest request : requests) {
            cases.add(new RuleCase("request " + cases.size(), config, request));
        }
        Map<RuleCase, String> decisions = rules.decide(cases);
        return cases.stream()
                .map(decision -> decisions.getOrDefault(decision, "none"))
                .toList();
    }
}
