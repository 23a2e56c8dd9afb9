package io.edgepix.viewerrequest.js;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.derivative.OfferReader;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The rules of one platform. Each is created once per configuration. */
final class ConfiguredRules {
    private final Map<String, Function<RuleRequest, String>> byConfig = new HashMap<>();
    private final Function<String, Function<RuleRequest, String>> maker;

    private ConfiguredRules(Function<String, Function<RuleRequest, String>> maker) {
        this.maker = maker;
    }

    static ConfiguredRules onTheJvm() {
        return new ConfiguredRules(offer -> {
            Rule rule = new Rule(OfferReader.read(offer), new JdkHmac());
            return request -> DecisionText.of(rule.decide(request));
        });
    }

    /** Returns the rules of {@code rule.js} in Rhino. */
    static ConfiguredRules inRhino() {
        return new ConfiguredRules(new RhinoModule(JsFiles.read("rule.js"))::rule);
    }

    /** Creates the rule with the text of an offer. */
    Function<RuleRequest, String> forOffer(String offer) {
        return maker.apply(offer);
    }

    /** Returns the rule with the text of an {@code edgepix.json}. */
    Function<RuleRequest, String> forConfig(String config) {
        return byConfig.computeIfAbsent(
                config,
                json -> forOffer(OfferWriter.write(ConfigReader.read(json).offer())));
    }
}
