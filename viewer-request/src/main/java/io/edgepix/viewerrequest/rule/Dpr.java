package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Digits;
import io.edgepix.derivative.MalformedException;

/**
 * A device pixel ratio.
 *
 * @param thousandths 100 to 10,000
 */
record Dpr(int thousandths) {
    static final Dpr ONE = new Dpr(1000);

    private static final int MAX = 10;

    /** Parses a decimal number from 0.1 to 10, and drops decimals after the third. */
    static Dpr parse(String text) {
        int thousandths = thousandths(text);
        if (thousandths < 0) {
            throw new MalformedException("dpr must be a number from 0.1 to 10.");
        }
        return new Dpr(thousandths);
    }

    /** Returns the ratio in a client hint, or 1 if the hint is not such a number. */
    static Dpr hinted(String text) {
        int thousandths = thousandths(text);
        return thousandths < 0 ? ONE : new Dpr(thousandths);
    }

    private static int thousandths(String text) {
        int thousandths = Digits.decimal(text, MAX, 1000);
        return thousandths < 100 || thousandths > MAX * 1000 ? -1 : thousandths;
    }

    /** Multiplies a side and rounds it half up, to at least 1; 0 stays 0. */
    int times(int side) {
        return side == 0 ? 0 : Math.max(1, (side * thousandths + 500) / 1000);
    }
}
