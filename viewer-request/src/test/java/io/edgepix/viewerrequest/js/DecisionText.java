package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.Decision;

/** Prints decisions, to compare them: an empty text, a path, {@code 403}, or the sentence of a 400. */
public final class DecisionText {
    static final String FORBIDDEN = "403";

    private DecisionText() {}

    /** Returns the text of a decision on the JVM. */
    public static String of(Decision decision) {
        return switch (decision) {
            case Decision.Pass _ -> "";
            case Decision.Rewrite(String uri) -> uri;
            case Decision.Refuse(String sentence) -> sentence;
            case Decision.Forbid _ -> FORBIDDEN;
        };
    }

    /** Returns the text of a decision of {@code rule.js}. */
    static String of(String kind, String text) {
        return switch (kind) {
            case "pass", "rewrite", "refuse" -> text;
            case "forbid" -> FORBIDDEN;
            default -> throw new IllegalArgumentException("expected a kind of decision, got " + kind);
        };
    }
}
