package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.time.Duration;

/** Waits for something to become true. */
final class Waiting {
    private static final long POLL_MILLIS = 50;

    interface Condition {
        boolean isMet() throws IOException;
    }

    private Waiting() {}

    /**
     * Waits until a condition is met.
     *
     * @throws BenchException if it is not met in time
     */
    static void until(String what, Duration patience, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.isMet()) {
            if (System.nanoTime() > end) {
                throw new BenchException("expected " + what + " within " + patience.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
