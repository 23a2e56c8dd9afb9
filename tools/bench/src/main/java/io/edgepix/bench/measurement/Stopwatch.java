package io.edgepix.bench.measurement;

import java.util.concurrent.TimeUnit;

/** Elapsed time in milliseconds. */
public final class Stopwatch {
    private Stopwatch() {}

    /** Returns the milliseconds since a reading of {@link System#nanoTime}. */
    public static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
