package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.localedge.bucket.LocalBucket;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests that the edge survives functions that fail or hang. */
class EdgeFailureTest extends EdgeFixture {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    EdgeSettings settings() {
        return super.settings().withTimeouts(SHORT, SHORT).withOriginInstances(2);
    }

    @Test
    void viewerThrows_is502WithoutItsReasonAndTheNextWorks() throws Exception {
        put("cat.jpg", "picture");
        viewerFunction = event -> {
            throw new IllegalStateException("inner secret");
        };

        HttpResponse<String> failed = get("/cat.jpg");
        viewerFunction = event -> request(event).toString();

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).doesNotContain("secret");
        assertThat(xCache(failed)).isEqualTo("Error from edgepix");
        assertThat(faultLines).singleElement().asString().contains("viewer-request", "inner secret");
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void originalThatThisProcessCannotHold_is502WithItsSizeAndTheNextWorks() throws Exception {
        long bytes = Runtime.getRuntime().maxMemory() / 4 + 1;
        put("cat.jpg", "picture");
        put("huge.jpg", "");
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("pictures/huge.jpg").toFile(), "rw")) {
            huge.setLength(bytes);
        }

        HttpResponse<String> refused = get("/huge.jpg");

        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("The file has " + bytes + " bytes.");
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void originThrowsAnError_is502NotCachedAndTheNextWorks() throws Exception {
        put("cat.jpg", "picture");
        originFunction = event -> {
            throw new StackOverflowError("deep");
        };

        HttpResponse<String> failed = get("/cat.jpg");
        originFunction = event -> response(event).toString();

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void viewerHangs_is502NamingTheTimeoutAndTheNextWorks() throws Exception {
        viewerFunction = this::hang;

        HttpResponse<String> failed = get("/cat.jpg");
        viewerFunction = event -> request(event).toString();

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).contains("viewer-request").contains("timed out");
        assertThat(get("/cat.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void originHangs_moreOftenThanThereAreInstances_theNextWorks() throws Exception {
        put("cat.jpg", "picture");
        originFunction = this::hang;

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> failed = get("/cat.jpg");
            assertThat(failed.statusCode()).isEqualTo(502);
            assertThat(failed.body()).contains("origin-response").contains("timed out");
        }
        originFunction = event -> response(event).toString();

        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void derivativesMissing_atOnce_runNoMoreCallsThanThereAreInstances() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        originFunction = event -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            two.countDown();
            two.await(1, TimeUnit.SECONDS);
            running.decrementAndGet();
            return response(event).toString();
        };

        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                String path = "/200x/webp/" + i;
                asked.add(CompletableFuture.supplyAsync(() -> status(path), threads));
            }
            assertThat(asked.stream().map(CompletableFuture::join)).allMatch(status -> status == 404);
        }

        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void bucketGone_is502() throws Exception {
        bucket.close();

        HttpResponse<String> failed = get("/cat.jpg");
        bucket = LocalBucket.open(folder.resolve("pictures"));

        assertThat(failed.statusCode()).as(failed.body()).isEqualTo(502);
        assertThat(originEvents).isEmpty();
    }

    @Test
    void start_onAPortInUse_isReported() {
        assertThatThrownBy(() -> LocalEdge.start(edge.port(), bucket, viewerFunction, originFunction))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String hang(String event) throws InterruptedException {
        never.await();
        return event;
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
