package io.edgepix.pregenerate.worker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time until a process is ended.
 *
 * @param millis the current time
 */
public record RemainingTime(LongSupplier millis) {
    /** The time of a process that is not ended. */
    public static final RemainingTime UNLIMITED = new RemainingTime(() -> Long.MAX_VALUE);

    /** Enough for the originals that were started to end. */
    private static final Duration ORIGINALS = Duration.ofSeconds(30);

    /** The time to store documents and results. */
    private static final Duration RESERVE = Duration.ofSeconds(5);

    /** Tells whether no further original may be started. */
    public boolean isOutForOriginals() {
        return millis.getAsLong() < ORIGINALS.toMillis();
    }

    /**
     * Tells whether no further document may be started.
     *
     * @param maxSeconds the longest time of a document
     */
    boolean isOutForDocuments(int maxSeconds) {
        return millis.getAsLong() < RESERVE.plusSeconds(maxSeconds).toMillis();
    }
}
