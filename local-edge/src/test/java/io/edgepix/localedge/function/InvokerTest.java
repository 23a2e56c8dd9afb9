package io.edgepix.localedge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.localedge.http.EdgeFailureException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvokerTest {
    @Test
    void invoke_noFreeInstanceInTime_is503AndTheDetailsAreForTheLog() {
        try (Invoker busy = new Invoker("origin-response", event -> event, 0, Duration.ofMillis(1))) {
            assertThatThrownBy(() -> busy.invoke("{}")).isInstanceOfSatisfying(EdgeFailureException.class, e -> {
                assertThat(e.status()).isEqualTo(503);
                assertThat(e.forViewer()).isEqualTo("The edge is busy; try again later.");
                assertThat(e.logLine()).contains("origin-response", "no free instance");
            });
        }
    }

    @Test
    void invokeInBackground_noFreeInstance_isRunNevertheless() throws EdgeFailureException {
        try (Invoker busy = new Invoker("origin-response", event -> event, 0, Duration.ofSeconds(20))) {
            assertThat(busy.invokeInBackground("{}")).isEqualTo("{}");
        }
    }
}
