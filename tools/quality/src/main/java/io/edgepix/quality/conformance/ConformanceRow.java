package io.edgepix.quality.conformance;

import org.jspecify.annotations.Nullable;

/**
 * The derivative of one picture in one case by one of our renderers, compared with sharp and the browser.
 *
 * @param peer the result of sharp
 * @param similarity the similarity of both results in their worst frame; null if they were not compared
 */
record ConformanceRow(
        Request request, Side ours, Side peer, @Nullable Similarity similarity, BrowserSide browser, Verdict verdict) {
    /**
     * The derivative that is compared.
     *
     * @param picture its path in the folder
     * @param engine {@code native} or {@code portable}
     */
    record Request(String picture, Case variant, String engine) {
        String box() {
            return variant.box();
        }

        String format() {
            return variant.format().token();
        }
    }

    /**
     * The result of one side.
     *
     * @param decoded null if there is no derivative that sharp can decode
     * @param bytes the length of the derivative; null if there is none
     * @param millis the time of rendering; null if there is no derivative
     * @param error the reason if there is no derivative, for ours with the status; null if there is one
     */
    record Side(
            @Nullable DecodedInfo decoded,
            @Nullable Integer bytes,
            @Nullable Double millis,
            @Nullable String error) {}

    /**
     * The result of the browser.
     *
     * @param similarity the similarity of the first frame; null if it was not compared
     * @param error the reason if the browser cannot display the picture; null if it can, or if there is no browser
     */
    record BrowserSide(
            @Nullable Similarity similarity, @Nullable String error) {}

    /**
     * The conclusion.
     *
     * @param why the differences, or empty
     * @param served a description of what the pair serves instead; null if it serves the same or was not checked
     */
    record Verdict(RowStatus status, String why, @Nullable String served) {}

    boolean is(RowStatus other) {
        return verdict.status == other;
    }

    boolean isBad() {
        return verdict.status.isBad();
    }

    /** Returns how close the row is to a limit: 1 at the limit, over 1 beyond it, 0 for equal pictures. */
    double badness() {
        if (isBad()) {
            return Double.MAX_VALUE;
        }
        return similarity == null ? 0 : similarity.badness();
    }

    /** Returns the dimensions of both sides as text. */
    String dimensions() {
        return dimensions(ours.decoded) + " / " + dimensions(peer.decoded);
    }

    private static String dimensions(@Nullable DecodedInfo decoded) {
        return decoded == null ? "-" : decoded.width() + "x" + decoded.height();
    }
}
