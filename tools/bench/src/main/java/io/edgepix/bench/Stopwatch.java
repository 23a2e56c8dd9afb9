package io.edgepix.bench;

import java.util.concurrent.TimeUnit;

/** Elapsed time in milliseconds. */
final class Stopwatch {
    private Stopwatch() {}

    /** Returns the milliseconds since a reading of {@link System#nanoTime}. */
    static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
