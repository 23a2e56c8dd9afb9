package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests that the idle timeout ends slow viewers, but not slow functions. */
class SlowViewerTest extends EdgeFixture {
    @Override
    EdgeSettings settings() {
        return super.settings().withIdleTimeout(Duration.ofMillis(200));
    }

    @Test
    void halfARequest_isCutOff() throws Exception {
        String answer = RawHttp.send(edge.port(), "GET /cat.jpg HTTP/1.1\r\nHost: x\r\nX-Hal");

        assertThat(answer).doesNotContain("200 OK");
        assertThat(viewerEvents).isEmpty();
    }

    @Test
    void functionSlowerThanTheIdleTimeout_isWaitedFor() throws Exception {
        put("cat.jpg", "picture");
        originFunction = event -> {
            // Nothing releases the latch. The function takes longer than the idle timeout.
            assertThat(new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS)).isFalse();
            return response(event).toString();
        };

        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }
}
