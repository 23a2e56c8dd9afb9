package io.edgepix.viewerrequest.js;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.viewerrequest.rule.ViewerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The rules of one platform, each made once for its configuration. */
final class ConfiguredRules {
    private final Map<String, Function<ViewerRequest, String>> byConfig = new HashMap<>();
    private final Function<String, Entry.Decide> maker;

    private ConfiguredRules(Function<String, Entry.Decide> maker) {
        this.maker = maker;
    }

    static ConfiguredRules onTheJvm() {
        return new ConfiguredRules(offer -> Entry.rule(offer, new JdkHmac()::of));
    }

    /** {@code rule.js} in Rhino. */
    static ConfiguredRules inRhino() {
        return new ConfiguredRules(new RhinoModule(JsFiles.read("rule.js"))::rule);
    }

    /** The rule under a text in place of an offer's. */
    Function<ViewerRequest, String> made(String offer) {
        return ofRequests(maker.apply(offer));
    }

    /** The rule under the text of an {@code edgepix.json}. */
    Function<ViewerRequest, String> under(String config) {
        return byConfig.computeIfAbsent(
                config, json -> made(OfferWriter.write(Config.parse(json).offer())));
    }

    private static Function<ViewerRequest, String> ofRequests(Entry.Decide rule) {
        return request -> rule.decide(
                request.method(),
                request.uri(),
                request.querystring(),
                request.accept(),
                request.userAgent(),
                request.dpr(),
                request.width(),
                request.saveData(),
                request.now());
    }
}
