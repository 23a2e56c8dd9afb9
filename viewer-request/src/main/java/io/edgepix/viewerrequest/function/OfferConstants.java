package io.edgepix.viewerrequest.function;

import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.List;
import java.util.StringJoiner;

/** The constants of {@code viewer-request.js}: an offer as JavaScript. */
final class OfferConstants {
    private static final String NONE = "0";

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private OfferConstants() {}

    /**
     * Returns the constants.
     *
     * @param render the id of the origin that renders derivatives; empty if the behaviour has an origin group
     */
    static String of(Offer offer, String render) {
        OfferConstants constants = new OfferConstants();
        constants.addSizes(offer.sizes());
        constants.add("PRESETS", presets(offer.presets()));
        constants.add("NO_SIZE", Literal.of(noSize(offer)));
        constants.add("EXTENSION", Literal.of(offer.extension()));
        constants.add("FIT", Literal.of(offer.defaultFit().token()));
        constants.add("AVIF", String.valueOf(offer.avif()));
        constants.add(
                "QUALITY",
                "{avif:" + offer.quality().avif() + ",webp:" + offer.quality().webp() + ",jpeg:"
                        + offer.quality().jpeg() + "}");
        constants.add(
                "ORIGINS",
                Literal.list(offer.cors().origins().stream().map(Literal::of).toList()));
        constants.add("RENDER", Literal.of(render));
        return constants.lines.toString();
    }

    private void addSizes(SizePolicy sizes) {
        add("EXACT", Literal.list(sizes.exact().stream().map(Literal::of).toList()));
        add("NOT_OFFERED", Literal.of(sizes.refusal()));
        switch (sizes) {
            case SizePolicy.Ladder(var _, List<Integer> rungs, int variance) -> addSizes(rungs.toString(), variance, 0);
            case SizePolicy.Listed(var _, int variance) -> addSizes(NONE, variance, 0);
            case SizePolicy.Open(var _, int maxSide) -> addSizes(NONE, 0, maxSide);
        }
    }

    private void addSizes(String rungs, int variance, int maxSide) {
        add("RUNGS", rungs);
        add("VARIANCE", String.valueOf(variance));
        add("MAX_SIDE", String.valueOf(maxSide));
    }

    private void add(String name, String literal) {
        lines.add("const " + name + " = " + literal + ";");
    }

    private static String presets(Presets presets) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int i = 0; i < presets.names().size(); i++) {
            fields.add(Literal.of(presets.names().get(i)) + ":"
                    + Literal.of(presets.presets().get(i)));
        }
        return fields.toString();
    }

    /** Returns the rule's own sentence for a text that is not a size. */
    private static String noSize(Offer offer) {
        Rule rule = new Rule(offer, (key, message) -> "");
        return rule.decide(new RuleRequest("GET", "/a", "d=", "", "")) instanceof Decision.Refuse(String sentence)
                ? sentence
                : "";
    }
}
