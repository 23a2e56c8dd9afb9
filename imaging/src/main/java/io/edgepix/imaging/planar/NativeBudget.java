package io.edgepix.imaging.planar;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The memory outside the heap that renderings share: half the maximum size of the heap. Each rendering waits until its
 * part is free.
 */
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

    /** A part of the budget, reserved until it is closed. */
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

    /**
     * Waits for a part of the budget, up to {@value #MOST_WAIT} s; returns null if it is larger than the budget, or is
     * not free in time.
     */
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
