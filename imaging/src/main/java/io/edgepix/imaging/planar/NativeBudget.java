package io.edgepix.imaging.planar;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The memory outside the heap that renders share: half as much as the heap may have. Each waits until its part is free. */
public final class NativeBudget {
    private static final int UNIT = 4096;
    private static final int MOST_WAIT = 20;

    private final int units;
    private final Semaphore free;

    NativeBudget(long bytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    static NativeBudget ofTheHeap() {
        return new NativeBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** A part of it, until it is closed. */
    public final class Part implements AutoCloseable {
        private final int taken;

        private Part(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            free.release(taken);
        }
    }

    /** Waits for a part; null where it is more than there ever is, or is not free for long. */
    @Nullable
    public Part take(long bytes) {
        long wanted = bytes / UNIT + 1;
        if (wanted > units) {
            return null;
        }
        try {
            return free.tryAcquire((int) wanted, MOST_WAIT, TimeUnit.SECONDS) ? new Part((int) wanted) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
