package io.edgepix.viewerrequest.js;

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

    Entry.Decide under(String config) {
        return byConfig.computeIfAbsent(config, maker);
    }
}
