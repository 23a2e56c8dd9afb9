package io.edgepix.quality.mutants;

import io.edgepix.quality.worker.RenderOutcome;

/**
 * One mutant by one renderer.
 *
 * @param engine {@code native} or {@code portable}
 * @param pixels of the derivative, all frames together; 0 where there is none
 * @param why what is said of what is bad, or what the viewer is told
 */
record MutantResult(Mutant mutant, String engine, RenderOutcome outcome, long pixels, MutantOutcome fate, String why) {
    private static final long MAX_TIMED_PIXELS = 2_000_000;

    /**
     * Whether it must not cost more than {@link CostlyPictures#MAX_MILLIS}: a large derivative takes its time whatever the
     * original is.
     */
    boolean isTimed() {
        return mutant.isTimed() && pixels <= MAX_TIMED_PIXELS;
    }

    MutantResult with(MutantOutcome other) {
        return new MutantResult(mutant, engine, outcome, pixels, other, why);
    }

    /** In words, for whoever reproduces it. */
    String story() {
        return "mutant " + mutant.number() + " of " + mutant.picture() + ", " + mutant.damage() + ", "
                + mutant.wish().words() + ", " + engine + ": " + fate.words() + ": " + why;
    }
}
