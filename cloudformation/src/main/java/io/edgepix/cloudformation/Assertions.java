package io.edgepix.cloudformation;

import java.util.Map;

/** The section {@code Rules} of the template, which CloudFormation checks before it creates anything. */
final class Assertions {
    private final Map<String, Object> rules;
    private final IntrinsicFunctions functions;

    Assertions(Map<String, Object> rules, IntrinsicFunctions functions) {
        this.rules = rules;
        this.functions = functions;
    }

    void check() {
        rules.forEach((name, rule) -> {
            Object condition = Values.at(rule, "RuleCondition");
            if (condition == null || functions.truth(condition)) {
                Values.list(Values.at(rule, "Assertions")).forEach(assertion -> check(name, Values.map(assertion)));
            }
        });
    }

    private void check(String name, Map<String, Object> assertion) {
        Object claim = assertion.get("Assert");
        if (claim == null || !functions.truth(claim)) {
            throw new TemplateException(name + ": " + assertion.get("AssertDescription"));
        }
    }
}
