package io.edgepix.derivation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** How long the parts of one event took, as {@code server-timing} says it (W3C "Server Timing"). */
public final class ServerTiming {
    /** What is timed. */
    public enum Phase {
        /** Reading from the bucket. */
        FETCH,
        RENDER,
        /** Writing to the bucket. */
        STORE;

        private final String metric = name().toLowerCase(Locale.ROOT);
    }

    /** A phase under way, that ends when it is closed. */
    public interface Span extends AutoCloseable {
        @Override
        void close();
    }

    private static final long NANOS_A_TENTH = 100_000;
    private static final int TENTHS = 10;

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final LongSupplier clock;

    /**
     * Nothing timed yet.
     *
     * @param clock in nanoseconds, from any point
     */
    public ServerTiming(LongSupplier clock) {
        this.clock = clock;
    }

    /** Starts a phase; the times of one that comes again are added up. */
    public Span of(Phase phase) {
        long start = clock.getAsLong();
        return () -> nanos.merge(phase, clock.getAsLong() - start, Long::sum);
    }

    /** The header's value, in milliseconds; empty where nothing was timed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        nanos.forEach((phase, time) -> {
            long tenths = (time + NANOS_A_TENTH / 2) / NANOS_A_TENTH;
            text.append(text.isEmpty() ? "" : ", ").append(phase.metric).append(";dur=");
            text.append(tenths / TENTHS).append('.').append(tenths % TENTHS);
        });
        return text.toString();
    }
}
