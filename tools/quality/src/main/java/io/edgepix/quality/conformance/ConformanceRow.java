package io.edgepix.quality.conformance;

import org.jspecify.annotations.Nullable;

/**
 * One picture in one case by one of our renderers, as {@code --json} writes it; null stands for a missing value.
 *
 * @param picture its path in the folder
 * @param box as {@code 300x300}
 * @param engine {@code native} or {@code portable}
 * @param ssim on luma, of the worst frame
 * @param deltaE mean CIE76, of the worst frame
 * @param frames of our derivative
 * @param peerFrames of theirs
 * @param error the reason if we render none, with the status
 * @param peerError the reason if sharp renders none
 * @param browserSsim against the browser, of the first frame
 * @param browserDeltaE against the browser, of the first frame
 * @param browserError the reason if the browser does not show the picture; null without a browser
 * @param served what the pair serves instead; null if it serves the same or was not asked
 * @param verdict the words of a {@link RowStatus}
 * @param why the differences, or empty
 */
record ConformanceRow(
        String picture,
        String box,
        String format,
        String engine,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer peerWidth,
        @Nullable Integer peerHeight,
        @Nullable Double ssim,
        @Nullable Double deltaE,
        @Nullable Integer frames,
        @Nullable Integer peerFrames,
        @Nullable Integer bytes,
        @Nullable Integer peerBytes,
        @Nullable Double millis,
        @Nullable Double peerMillis,
        @Nullable String error,
        @Nullable String peerError,
        @Nullable Double browserSsim,
        @Nullable Double browserDeltaE,
        @Nullable String browserError,
        @Nullable String served,
        String verdict,
        String why) {
    boolean is(RowStatus other) {
        return verdict.equals(other.words());
    }

    boolean isBad() {
        return RowStatus.ofWords(verdict).isBad();
    }

    /** Returns how near the row is to a limit: 1 at the limit, over 1 beyond it, 0 for equal pictures. */
    double badness() {
        if (isBad()) {
            return Double.MAX_VALUE;
        }
        double structure = ssim == null ? 0 : (1 - ssim) / (1 - Similarity.LEAST_SSIM);
        double colour = deltaE == null ? 0 : deltaE / Similarity.MOST_DELTA_E;
        return Math.max(structure, colour);
    }

    /** Returns the dimensions of both sides as text. */
    String dimensions() {
        return pair(width, height) + " / " + pair(peerWidth, peerHeight);
    }

    private static String pair(@Nullable Integer width, @Nullable Integer height) {
        return width == null ? "-" : width + "x" + height;
    }
}
