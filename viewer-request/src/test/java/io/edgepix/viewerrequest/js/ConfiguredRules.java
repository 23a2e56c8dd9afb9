package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The rules of one platform, each made once for its configuration. */
final class ConfiguredRules {
    private final Map<String, Entry.Decide> byConfig = new HashMap<>();
    private final Function<String, Entry.Decide> maker;

    private ConfiguredRules(Function<String, Entry.Decide> maker) {
        this.maker = maker;
    }

    static ConfiguredRules onTheJvm() {
        return new ConfiguredRules(Entry::rule);
    }

    /** {@code rule.js} in Rhino. */
    static ConfiguredRules inRhino() {
        return new ConfiguredRules(new RhinoModule(JsFiles.read("rule.js"))::rule);
    }

    /** The rule under a text in place of an offer's. */
    Entry.Decide made(String offer) {
        return maker.apply(offer);
    }

    /** The rule under the text of an {@code edgepix.json}. */
    Entry.Decide under(String config) {
        return byConfig.computeIfAbsent(
                config, json -> maker.apply(Config.parse(json).offer().text()));
    }
}
