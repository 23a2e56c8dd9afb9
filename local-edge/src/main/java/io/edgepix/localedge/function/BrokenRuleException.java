package io.edgepix.localedge.function;

import java.io.Serial;

/** Thrown if a function's result breaks one of CloudFront's rules. */
public final class BrokenRuleException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String rule;

    BrokenRuleException(String rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
