package io.edgepix.quality.mutants;

import io.edgepix.quality.worker.RenderOutcome;

/**
 * The result of one mutant with one renderer.
 *
 * @param engine {@code native} or {@code portable}
 * @param pixels the pixels of all frames of the derivative; 0 if there is none
 * @param why the reason for a failure, or the sentence for the viewer
 */
record MutantResult(Mutant mutant, String engine, RenderOutcome outcome, long pixels, MutantOutcome fate, String why) {
    private static final long MAX_TIMED_PIXELS = 2_000_000;

    /** Tells whether its time is limited to {@link Mutant#MAX_MILLIS}. A large derivative is slow for any original. */
    boolean isTimed() {
        return mutant.isTimed() && pixels <= MAX_TIMED_PIXELS;
    }

    MutantResult with(MutantOutcome other) {
        return new MutantResult(mutant, engine, outcome, pixels, other, why);
    }

    /** Returns the result as text, to reproduce it. */
    String story() {
        return "mutant " + mutant.number() + " of " + mutant.picture() + ", " + mutant.damage() + ", "
                + mutant.request().words() + ", " + engine + ": " + fate.words() + ": " + why;
    }
}
