package io.edgepix.localqueue.bulk;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Prints a line every few seconds, for logs. */
final class LineConsole implements BulkConsole {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final double MILLIS = 1000;
    private static final int PERCENT = 100;

    private final PrintWriter err;
    private final InstantSource clock;
    private final long before;
    private final Instant start;
    private Instant last = Instant.MIN;

    /**
     * Creates a console.
     *
     * @param before the originals that were done before this run
     */
    LineConsole(PrintWriter err, InstantSource clock, long before) {
        this.err = err;
        this.clock = clock;
        this.before = before;
        this.start = clock.instant();
    }

    @Override
    public void show(BulkSnapshot snapshot) {
        Instant now = clock.instant();
        if (last.equals(Instant.MIN) || !now.isBefore(last.plus(PAUSE))) {
            last = now;
            line(text(snapshot, now));
        }
    }

    private String text(BulkSnapshot snapshot, Instant now) {
        long settled = snapshot.counts().settled();
        double rate = (settled - before)
                * MILLIS
                / Math.max(1, Duration.between(start, now).toMillis());
        StringBuilder text = new StringBuilder(BulkText.number(settled)).append(" of ");
        if (snapshot.complete()) {
            text.append(BulkText.number(snapshot.sent()))
                    .append(" originals (")
                    .append(snapshot.sent() == 0 ? PERCENT : settled * PERCENT / snapshot.sent())
                    .append(" %)");
        } else {
            text.append("at least ").append(BulkText.number(snapshot.sent())).append(" originals");
        }
        text.append(String.format(Locale.ROOT, ", %.1f a second", rate));
        if (snapshot.complete() && rate > 0) {
            Duration left = Duration.ofSeconds(Math.round(Math.max(0, snapshot.sent() - settled) / rate));
            text.append(", ").append(BulkText.duration(left)).append(" left");
        }
        return text.append(", ").append(BulkText.details(snapshot)).toString();
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
