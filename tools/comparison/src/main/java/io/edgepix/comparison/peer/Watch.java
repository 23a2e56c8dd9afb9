package io.edgepix.comparison.peer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process that takes too long for one answer: both its elapsed time and its processor time exceed the limit, or
 * its elapsed time exceeds {@value #PATIENCE} times the limit. So a slow answer on a busy machine does not count as a
 * hang.
 */
final class Watch implements AutoCloseable {
    private static final int PATIENCE = 6;
    private static final long POLL_MILLIS = 100;

    private final Process process;
    private final Duration limit;
    private final long start = System.nanoTime();
    private final Duration used;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean ended;

    Watch(Process process, Duration limit) {
        this.process = process;
        this.limit = limit;
        this.used = processorTime();
        Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (!answered.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isOver()) {
                    ended = true;
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() {
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        boolean isWorking = processorTime().minus(used).compareTo(limit) > 0;
        return taken.compareTo(limit.multipliedBy(PATIENCE)) > 0 || (isWorking && taken.compareTo(limit) > 0);
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Tells whether the process was killed. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        answered.countDown();
    }
}
