package io.edgepix.imaging.planar;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory outside the heap that renderings share: half the maximum size of the heap. Each rendering waits until its
 * part is free.
 */
public final class NativeBudget {
    private static final int UNIT = 4096;
    private static final int MOST_WAIT = 20;

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

    private final int units;
    private final Semaphore free;

    NativeBudget(long bytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    static NativeBudget ofTheHeap() {
        return new NativeBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * Waits up to {@value #MOST_WAIT} s for a part of the budget. The result is empty if the part is larger than the
     * budget, or is not free in time.
     */
    public Optional<Part> take(long bytes) {
        long wanted = bytes / UNIT + 1;
        if (wanted > units) {
            return Optional.empty();
        }
        try {
            boolean taken = free.tryAcquire((int) wanted, MOST_WAIT, TimeUnit.SECONDS);
            return taken ? Optional.of(new Part((int) wanted)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Waits as {@link #take} does. Throws {@link OutOfMemoryError} if there is no such part. */
    public Part require(long bytes) {
        return take(bytes).orElseThrow(() -> new OutOfMemoryError(tooLittle(bytes)));
    }

    /** Waits as {@link #take} does. Throws if there is no such part, so that another renderer takes over. */
    public Part requireNative(long bytes) throws NotNativeException {
        return take(bytes).orElseThrow(() -> new NotNativeException(tooLittle(bytes)));
    }

    private static String tooLittle(long bytes) {
        return "expected " + bytes + " free bytes outside the heap, got fewer";
    }
}
