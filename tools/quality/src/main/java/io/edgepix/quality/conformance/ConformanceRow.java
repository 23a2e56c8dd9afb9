package io.edgepix.quality.conformance;

import org.jspecify.annotations.Nullable;

/**
 * One picture in one case by one of our renderers, as it stands in the file of {@code --json}; null is what there is not.
 *
 * @param picture its path in the folder
 * @param box as {@code 300x300}
 * @param engine {@code native} or {@code portable}
 * @param ssim on luma, of the worst frame
 * @param deltaE mean CIE76, of the worst frame
 * @param frames of our derivative
 * @param peerFrames of theirs
 * @param error why there is none of ours, with the status
 * @param peerError why there is none of theirs
 * @param browserSsim against the browser, of the first frame
 * @param browserDeltaE against the browser, of the first frame
 * @param browserError why the browser shows nothing; null if it shows the picture or if there is no browser
 * @param served what the pair serves instead; null where it serves the same, or was not asked
 * @param verdict the words of a {@link RowStatus}
 * @param why what differs, or empty
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

    /** By how much it misses a bar, or comes near it: 1 at the bar, 0 for equal pictures. */
    double badness() {
        if (isBad()) {
            return Double.MAX_VALUE;
        }
        double structure = ssim == null ? 0 : (1 - ssim) / (1 - Similarity.LEAST_SSIM);
        double colour = deltaE == null ? 0 : deltaE / Similarity.MOST_DELTA_E;
        return Math.max(structure, colour);
    }

    /** As both sides' measures, for reading. */
    String measures() {
        return pair(width, height) + " / " + pair(peerWidth, peerHeight);
    }

    private static String pair(@Nullable Integer width, @Nullable Integer height) {
        return width == null ? "-" : width + "x" + height;
    }
}
