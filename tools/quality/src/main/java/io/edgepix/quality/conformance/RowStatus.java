package io.edgepix.quality.conformance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The status of a row. If sharp and the browser disagree, the browser decides. */
enum RowStatus {
    /** All results are equal. */
    OK("ok", false),
    /** Ours differs from theirs. */
    DIFFERS("differs", true),
    /** The judges disagree, and ours equals sharp's. */
    AS_SHARP("as sharp, not as the browser", true),
    /** The judges disagree or sharp cannot read the picture, and ours equals the browser's. */
    AS_BROWSER("as the browser, not as sharp", false),
    /** The pair does not serve what the renderer renders. */
    SERVED_OTHERWISE("served otherwise", true),
    /** Our process hung or ended. */
    FAILED("failed", true),
    ONLY_PEER("only sharp", false),
    /** We refuse the picture. */
    ONLY_BROWSER("refused, and the browser shows it", false),
    ONLY_OURS("only edgepix", false),
    NEITHER("neither", false);

    /** A program with which our derivatives are compared. */
    enum Judge {
        SHARP,
        BROWSER
    }

    private final String words;
    private final boolean bad;

    RowStatus(String words, boolean bad) {
        this.words = words;
        this.bad = bad;
    }

    /** Returns the status as it is printed. */
    String words() {
        return words;
    }

    /** Tells whether the command fails because of it. */
    boolean isBad() {
        return bad;
    }

    /**
     * Returns the status of our derivative.
     *
     * @param sharp null if sharp renders nothing
     * @param browser null if it cannot display the original, or if there is no browser
     * @param moves whether there are several frames; the browser displays only the first one
     */
    static RowStatus of(@Nullable Comparison sharp, @Nullable Comparison browser, boolean moves) {
        if (browser == null) {
            return sharp == null ? ONLY_OURS : sharp.isGood() ? OK : DIFFERS;
        }
        if (sharp != null && sharp.isGood()) {
            return browser.isGood() ? OK : AS_SHARP;
        }
        boolean isExcused = browser.isGood() && (sharp == null || !moves);
        return isExcused ? AS_BROWSER : DIFFERS;
    }

    /** Returns the status of an original that we refuse and that the given judges can read. */
    static RowStatus ofRefusal(Set<Judge> readers) {
        if (readers.contains(Judge.BROWSER)) {
            return ONLY_BROWSER;
        }
        return readers.isEmpty() ? NEITHER : ONLY_PEER;
    }
}
