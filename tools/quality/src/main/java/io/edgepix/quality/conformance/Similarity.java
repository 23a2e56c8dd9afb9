package io.edgepix.quality.conformance;

import io.edgepix.comparison.picture.Backdrop;
import io.edgepix.comparison.picture.LabDistance;
import io.edgepix.comparison.picture.LumaSsim;
import io.edgepix.comparison.picture.Pixels;

/**
 * The similarity of two pictures of equal dimensions. With alpha, it is the worse one of those on white and on black.
 *
 * @param ssim on luma; 1 for equal pictures
 * @param deltaE mean CIE76; 0 for equal pictures
 */
record Similarity(double ssim, double deltaE) {
    static final double LEAST_SSIM = 0.97;
    static final double MOST_DELTA_E = 2.0;

    private static final int WHITE = 255;
    private static final int BLACK = 0;

    /** The similarity of equal pictures. */
    static final Similarity EQUAL = new Similarity(1, 0);

    static Similarity of(Pixels ours, Pixels theirs) {
        Similarity onWhite = on(WHITE, ours, theirs);
        boolean opaque = Backdrop.isOpaque(ours) && Backdrop.isOpaque(theirs);
        return opaque ? onWhite : onWhite.orWorse(on(BLACK, ours, theirs));
    }

    private static Similarity on(int level, Pixels ours, Pixels theirs) {
        Pixels one = Backdrop.under(ours, level);
        Pixels other = Backdrop.under(theirs, level);
        return new Similarity(LumaSsim.of(one, other), LabDistance.of(one, other));
    }

    /** Returns how close the pictures are to a limit: 1 at the limit, over 1 beyond it, 0 if they are equal. */
    double badness() {
        return Math.max((1 - ssim) / (1 - LEAST_SSIM), deltaE / MOST_DELTA_E);
    }

    /** Returns the worse value of each measure. */
    Similarity orWorse(Similarity other) {
        return new Similarity(Math.min(ssim, other.ssim), Math.max(deltaE, other.deltaE));
    }
}
