package io.edgepix.derivation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The durations of the phases of one request, for the header {@code Server-Timing} (W3C "Server Timing"). */
public final class ServerTiming {
    private static final long NANOS_A_TENTH = 100_000;
    private static final int TENTHS = 10;

    /** A phase of a request. */
    public enum Phase {
        /** Reading from the bucket. */
        FETCH,
        RENDER,
        /** Writing to the bucket. */
        STORE;

        private final String metric = name().toLowerCase(Locale.ROOT);
    }

    /** A phase that has started, and ends when it is closed. */
    public interface Span extends AutoCloseable {
        @Override
        void close();
    }

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final LongSupplier clock;

    /** Creates a measurement without phases. */
    public ServerTiming() {
        this(System::nanoTime);
    }

    ServerTiming(LongSupplier clock) {
        this.clock = clock;
    }

    /** Starts a phase. If a phase is repeated, its durations are added up. */
    public Span start(Phase phase) {
        long start = clock.getAsLong();
        return () -> nanos.merge(phase, clock.getAsLong() - start, Long::sum);
    }

    /** Returns the header's value, in milliseconds with one decimal; empty if no phase has ended. */
    Optional<String> header() {
        StringBuilder text = new StringBuilder();
        nanos.forEach((phase, time) -> {
            long tenths = (time + NANOS_A_TENTH / 2) / NANOS_A_TENTH;
            text.append(text.isEmpty() ? "" : ", ").append(phase.metric).append(";dur=");
            text.append(tenths / TENTHS).append('.').append(tenths % TENTHS);
        });
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }
}
