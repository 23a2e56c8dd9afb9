package io.edgepix.bench.mutants;

import io.edgepix.bench.worker.Outcome;

/**
 * One mutant by one renderer.
 *
 * @param engine {@code native} or {@code portable}
 * @param why what is said of what is bad, or what the viewer is told
 */
record Result(Mutant mutant, String engine, Outcome outcome, Fate fate, String why) {
    /** In words, for whoever reproduces it. */
    String story() {
        return "mutant " + mutant.number() + " of " + mutant.picture() + ", " + mutant.damage() + ", "
                + mutant.wish().words() + ", " + engine + ": " + fate.words() + ": " + why;
    }
}
