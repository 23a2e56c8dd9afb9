package io.edgepix.derivation;

import java.util.concurrent.Semaphore;

/**
 * Limits the memory of derivations at the same time. An original over the budget waits until it is alone. Requests are
 * granted in their order, so a large original does not wait forever.
 */
final class MemoryBudget {
    private static final int UNIT = 1024;

    /** The bytes of originals that are in memory at the same time. */
    private static final int FILES = 64 << 20;

    /** The pixels of originals that are decoded at the same time. */
    private static final int PIXELS = 50_000_000;

    interface Work<T> {
        T run() throws DerivationException;
    }

    private final Semaphore files = new Semaphore(FILES / UNIT, true);
    private final Semaphore pixels = new Semaphore(PIXELS / UNIT, true);

    /** Runs work that has the bytes of an original in memory. */
    <T> T withBytes(long bytes, Work<T> work) throws DerivationException {
        return within(files, FILES, bytes, work);
    }

    /** Runs work that decodes an original. It may run inside {@link #withBytes}, but not around it. */
    <T> T withPixels(double count, Work<T> work) throws DerivationException {
        return within(pixels, PIXELS, (long) count, work);
    }

    private static <T> T within(Semaphore semaphore, int all, long weight, Work<T> work) throws DerivationException {
        int permits = (int) (Math.min(weight, all) / UNIT);
        semaphore.acquireUninterruptibly(permits);
        try {
            return work.run();
        } finally {
            semaphore.release(permits);
        }
    }
}
