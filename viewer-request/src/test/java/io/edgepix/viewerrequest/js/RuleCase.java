package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;

/**
 * A request under a configuration.
 *
 * @param name tells it from all others
 * @param config the text of {@code edgepix.json}
 */
record RuleCase(String name, String config, RuleRequest request) {
    /** The decision of one of the rules, in the words of {@link DecisionText}. */
    String decidedBy(ConfiguredRules rules) {
        return rules.forConfig(config).apply(request);
    }

    @Override
    public String toString() {
        return name + ": " + request + " under " + config;
    }
}
