package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.UnrenderableException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The heap that renders share. One that runs out among others is tried again alone, so that what comes of a picture
 * does not depend on who else asks.
 */
public final class SharedHeap {
    /** A render, or a part of one. */
    public interface Attempt<T> {
        /** Throws {@link RanOutException} where the heap was too small. */
        T run() throws UnrenderableException;
    }

    private final ReadWriteLock shared = new ReentrantReadWriteLock(true);

    /** Throws {@link RanOutException} where the heap is too small even for this alone. */
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
