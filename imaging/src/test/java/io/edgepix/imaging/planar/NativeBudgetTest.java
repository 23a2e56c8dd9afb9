package io.edgepix.imaging.planar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NativeBudgetTest {
    private final NativeBudget budget = new NativeBudget(1_000_000);

    @Test
    void take_moreThanThereIs_isRefused() {
        assertThat(budget.take(1_000_001)).isEmpty();
    }

    @Test
    void take_withoutFreeMemory_waits() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        NativeBudget.Part first = budget.take(600_000).orElseThrow();
        Thread second = Thread.ofVirtual().start(() -> {
            budget.take(600_000).orElseThrow().close();
            taken.countDown();
        });

        assertThat(taken.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();

        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        second.join();
    }
}
