package io.edgepix.localqueue.bulk;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a line for logs when something has changed, at most every 30 seconds. */
final class LineConsole implements BulkConsole {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final double MILLIS = 1000;
    private static final int PERCENT = 100;

    private final JobKind kind;
    private final PrintWriter err;
    private final InstantSource clock;
    private final long before;
    private final Instant start;
    private Instant last = Instant.MIN;
    private @Nullable BulkSnapshot shown;

    /**
     * Creates a console.
     *
     * @param before the keys that were done before this run
     */
    LineConsole(JobKind kind, PrintWriter err, InstantSource clock, long before) {
        this.kind = kind;
        this.err = err;
        this.clock = clock;
        this.before = before;
        this.start = clock.instant();
    }

    @Override
    public void show(BulkSnapshot snapshot) {
        Instant now = clock.instant();
        if (last.equals(Instant.MIN) || (!now.isBefore(last.plus(PAUSE)) && isNew(snapshot))) {
            last = now;
            shown = snapshot;
            line(text(snapshot, now));
        }
    }

    /** Tells whether a snapshot differs in more than its cost, which grows by reading the results. */
    private boolean isNew(BulkSnapshot snapshot) {
        return shown == null
                || shown.sent() != snapshot.sent()
                || shown.complete() != snapshot.complete()
                || !shown.counts().equals(snapshot.counts());
    }

    private String text(BulkSnapshot snapshot, Instant now) {
        long settled = snapshot.counts().settled();
        double rate = (settled - before)
                * MILLIS
                / Math.max(1, Duration.between(start, now).toMillis());
        StringBuilder text = new StringBuilder(BulkText.number(settled)).append(" of ");
        if (snapshot.complete()) {
            text.append(kind.counted(snapshot.sent()))
                    .append(" (")
                    .append(snapshot.sent() == 0 ? PERCENT : settled * PERCENT / snapshot.sent())
                    .append(" %)");
        } else {
            text.append("at least ").append(kind.counted(snapshot.sent()));
        }
        text.append(String.format(Locale.ROOT, ", %.1f a second", rate));
        if (snapshot.complete() && rate > 0 && !BulkText.waitsForRetries(snapshot)) {
            Duration left = Duration.ofSeconds(Math.round(Math.max(0, snapshot.sent() - settled) / rate));
            text.append(", ").append(BulkText.duration(left)).append(" left");
        }
        return text.append(", ").append(kind.details(snapshot)).toString();
    }

    @Override
    public void line(String message) {
        err.println("dev: " + message);
        err.flush();
    }

    @Override
    public void close() {
        err.flush();
    }
}
