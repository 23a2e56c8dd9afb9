package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests renderings that wait because every instance of the origin-response function is busy. */
@BothStacks
class BusyRendererTest {
    private static final int INSTANCES = EdgeSettings.defaults().capacity().originInstances();

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    private final CountDownLatch busy = new CountDownLatch(INSTANCES);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<HttpResponse<byte[]>>> renderings = new ArrayList<>();
    private LocalDeploymentFixture edge;

    @BeforeEach
    void renderEverywhere() throws Exception {
        BucketFaults faults = new BucketFaults();
        faults.onGet = this::hold;
        edge = new LocalDeploymentFixture(stack, folder, "{}", faults);
        edge.put("dog.jpg", Pictures.jpeg(200, 300));
        for (int i = 0; i <= INSTANCES; i++) {
            edge.put("cat" + i + ".jpg", Pictures.jpeg(300, 200));
            renderings.add(ask("/cat" + i + ".jpg?d=200x200"));
        }
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void release() {
        released.countDown();
        assertThat(renderings)
                .allSatisfy(rendering -> assertThat(
                                rendering.get(20, TimeUnit.SECONDS).statusCode())
                        .isEqualTo(200));
        viewers.close();
        edge.close();
    }

    @Test
    void anOriginalThatIsNotCached_isServedMeanwhile() throws Exception {
        HttpResponse<byte[]> original = ask("/dog.jpg").get(10, TimeUnit.SECONDS);

        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(LocalDeploymentFixture.header(original, "x-cache")).isEqualTo("Miss from edgepix");
    }

    @Test
    void anOriginalThatIsMissing_isA404Meanwhile() throws Exception {
        assertThat(ask("/none.jpg").get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
    }

    @Test
    void aDerivativeThatIsStored_isServedMeanwhile() throws Exception {
        edge.put("100x/webp/dog.jpg", "stored".getBytes(StandardCharsets.UTF_8));

        assertThat(ask("/dog.jpg?d=100x&f=webp").get(10, TimeUnit.SECONDS).body())
                .asString()
                .isEqualTo("stored");
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(String path) {
        return CompletableFuture.supplyAsync(() -> edge.get(path), viewers);
    }

    /** Delays the original until the test releases it. */
    private void hold(String key) {
        if (key.startsWith("cat")) {
            busy.countDown();
            try {
                assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
