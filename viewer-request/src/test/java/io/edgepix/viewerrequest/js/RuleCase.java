package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;

/**
 * A request under a configuration.
 *
 * @param name a unique name
 * @param config the text of {@code edgepix.json}
 */
record RuleCase(String name, String config, RuleRequest request) {
    /** Returns the decision of the rules as printed by {@link DecisionText}. */
    String decidedBy(ConfiguredRules rules) {
        return rules.forConfig(config).apply(request);
    }

    @Override
    public String toString() {
        return name + ": " + request + " under " + config;
    }
}
