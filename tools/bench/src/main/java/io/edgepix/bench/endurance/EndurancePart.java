package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.io.PrintStream;

/** One part of {@code ./dev bench endurance}. */
interface EndurancePart {
    /** Returns the name, by which {@code --only} chooses it. */
    String name();

    /**
     * Runs the part.
     *
     * @param quick whether a small version is enough
     * @param out for the progress
     * @return what was checked, in one sentence
     * @throws BenchException if a requirement is not met
     */
    String run(boolean quick, PrintStream out) throws IOException, InterruptedException;
}
