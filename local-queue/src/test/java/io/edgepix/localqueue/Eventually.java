package io.edgepix.localqueue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits until an assertion holds, for at most a minute. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofMillis(20);

    private Eventually() {}

    public static void eventually(ThrowingCallable assertion) throws Throwable {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - end >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }
}
