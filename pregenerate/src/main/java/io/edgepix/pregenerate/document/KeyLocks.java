package io.edgepix.pregenerate.document;

import io.edgepix.derivative.Key;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks for keys. Waiting threads get a lock in the order of their arrival. Different keys rarely share a lock. */
final class KeyLocks {
    private static final int COUNT = 256;

    private final List<ReentrantLock> locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(COUNT).toList();

    Lock of(Key key) {
        return locks.get(Math.floorMod(key.hashCode(), COUNT));
    }
}
