package io.edgepix.localqueue.bulk;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a progress bar in a terminal, with the rate and the remaining time. */
final class BarConsole implements BulkConsole {
    private static final int PAUSE_MILLIS = 500;

    private final JobKind kind;
    private final PrintWriter err;
    private final ProgressBar bar;

    /**
     * Creates a progress bar.
     *
     * @param before the keys that were done before this run
     */
    BarConsole(JobKind kind, PrintWriter err, long before) {
        this.kind = kind;
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName(kind.command())
                .setUnit(" " + kind.plural(), 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(PAUSE_MILLIS)
                .showSpeed()
                .startsFrom(before, Duration.ZERO)
                .build();
    }

    @Override
    public void show(BulkSnapshot snapshot) {
        bar.maxHint(Math.max(1, snapshot.sent()));
        bar.stepTo(snapshot.counts().settled());
        bar.setExtraMessage(" " + (snapshot.complete() ? "" : "still sending, ") + kind.details(snapshot));
    }

    @Override
    public void line(String message) {
        err.println();
        err.println("dev: " + message);
        err.flush();
    }

    @Override
    public void close() {
        bar.close();
    }
}
