package io.edgepix.quality.conformance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a row comes to; where sharp and the browser disagree, the browser decides. */
enum RowStatus {
    /** All made the same. */
    OK("ok", false),
    /** Ours is not as theirs. */
    DIFFERS("differs", true),
    /** The judges disagree, and ours is as sharp's. */
    AS_SHARP("as sharp, not as the browser", true),
    /** The judges disagree, or sharp does not read it, and ours is as the browser's. */
    AS_BROWSER("as the browser, not as sharp", false),
    /** The pair serves something else than the renderer renders. */
    SERVED_OTHERWISE("served otherwise", true),
    /** Our process hung or ended over it. */
    FAILED("failed", true),
    ONLY_PEER("only sharp", false),
    /** Ours is refused. */
    ONLY_BROWSER("refused, and the browser shows it", false),
    ONLY_OURS("only edgepix", false),
    NEITHER("neither", false);

    private final String words;
    private final boolean bad;

    RowStatus(String words, boolean bad) {
        this.words = words;
        this.bad = bad;
    }

    /** As it is printed. */
    String words() {
        return words;
    }

    /** Whether the command fails for it. */
    boolean isBad() {
        return bad;
    }

    /** The one that is printed so. */
    static RowStatus ofWords(String words) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Of a derivative of ours.
     *
     * @param sharp null where it makes nothing of the original
     * @param browser null where it does not show the original, or is not there
     * @param moves whether there are several frames, of which the browser sees the first one
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

    /** Of an original that we refuse. */
    static RowStatus ofRefusal(boolean sharpReads, boolean browserShows) {
        if (browserShows) {
            return ONLY_BROWSER;
        }
        return sharpReads ? ONLY_PEER : NEITHER;
    }
}
