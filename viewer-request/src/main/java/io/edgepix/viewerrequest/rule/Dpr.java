package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.MalformedException;

/**
 * A device pixel ratio.
 *
 * @param thousandths 100 to 10,000
 */
record Dpr(int thousandths) {
    static final Dpr ONE = new Dpr(1000);

    private static final int MAX_WHOLE = 10;

    /** Reads a decimal number from 0.1 to 10; decimals after the third are dropped. */
    static Dpr parse(String text) {
        int dot = text.indexOf('.');
        int whole = 0;
        int thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == dot && i > 0 && i + 1 < text.length()) {
                continue;
            }
            if (c < '0' || c > '9') {
                throw malformed();
            }
            if (dot < 0 || i < dot) {
                whole = Math.min(whole * 10 + (c - '0'), MAX_WHOLE + 1);
            } else if (i <= dot + 3) {
                thousandths += (c - '0') * (i == dot + 1 ? 100 : i == dot + 2 ? 10 : 1);
            }
        }
        int all = whole * 1000 + thousandths;
        if (all < 100 || all > MAX_WHOLE * 1000) {
            throw malformed();
        }
        return new Dpr(all);
    }

    /** The side multiplied, rounded half up, at least 1; 0 stays 0. */
    int times(int side) {
        return side == 0 ? 0 : Math.max(1, (side * thousandths + 500) / 1000);
    }

    private static MalformedException malformed() {
        return new MalformedException("dpr must be a number from 0.1 to 10.");
    }
}
