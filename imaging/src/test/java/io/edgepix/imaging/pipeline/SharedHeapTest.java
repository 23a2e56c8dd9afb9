package io.edgepix.imaging.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedHeapTest {
    private final SharedHeap heap = new SharedHeap();

    @Test
    void run_outOfRoomAmongOthers_isTriedAgainOnceTheyAreDone() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        AtomicBoolean alone = new AtomicBoolean();
        CountDownLatch otherIsIn = new CountDownLatch(1);
        CountDownLatch firstAttemptFailed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> other = threads.submit(() -> heap.run(() -> {
                inside.incrementAndGet();
                otherIsIn.countDown();
                await(firstAttemptFailed);
                inside.decrementAndGet();
                return "other";
            }));
            otherIsIn.await();

            Future<String> large = threads.submit(() -> heap.run(() -> {
                if (attempts.incrementAndGet() == 1) {
                    firstAttemptFailed.countDown();
                    throw new RanOutException(new OutOfMemoryError());
                }
                alone.set(inside.get() == 0);
                return "large";
            }));

            assertThat(large.get()).isEqualTo("large");
            assertThat(other.get()).isEqualTo("other");
            assertThat(alone).isTrue();
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void run_outOfMemoryAlone_reportsItAndLetsOthersIn() throws Exception {
        RanOutException ranOut = new RanOutException(new OutOfMemoryError());

        assertThatThrownBy(() -> heap.run(() -> {
                    throw ranOut;
                }))
                .isSameAs(ranOut);

        assertThat(heap.<String>run(() -> "next")).isEqualTo("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
