package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.UnrenderableException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Shares the heap between concurrent renderings. A rendering that runs out of memory is repeated while no other one
 * runs, so that its result does not depend on other requests.
 */
public final class SharedHeap {
    /** A rendering, or a part of one. */
    public interface Attempt<T> {
        /** Renders. Throws {@link RanOutException} if the heap is too small. */
        T run() throws UnrenderableException;
    }

    private final ReadWriteLock shared = new ReentrantReadWriteLock(true);

    /**
     * Runs an attempt. If the heap is too small, runs it again while no other attempt runs. Throws {@link
     * RanOutException} if the heap is still too small.
     */
    public <T> T run(Attempt<T> attempt) throws UnrenderableException {
        try {
            return under(shared.readLock(), attempt);
        } catch (RanOutException e) {
            return under(shared.writeLock(), attempt);
        }
    }

    private static <T> T under(Lock lock, Attempt<T> attempt) throws UnrenderableException {
        lock.lock();
        try {
            return attempt.run();
        } finally {
            lock.unlock();
        }
    }
}
