package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests a rendering of an old original that ends after a new one is uploaded and the old one is purged. */
@BothStacks
class HeldRenderingTest {
    private static final String DERIVATIVE = "/" + Replacements.KEY + "?d=100x100&f=png";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void aRenderingDuringUploadAndPurge_isNeitherServedLaterNorStored() throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(
                folder,
                new BucketFaults(),
                (bucket, log) -> stack.ofClasses(ConfigReader.defaults(), bucket, log, this::holding))) {
            Replacements.upload(edge, Color.RED);
            CompletableFuture<byte[]> early =
                    CompletableFuture.supplyAsync(() -> edge.get(DERIVATIVE).body());
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

            Replacements.upload(edge, Color.BLUE);
            Replacements.purge(edge);
            CompletableFuture<byte[]> late =
                    CompletableFuture.supplyAsync(() -> edge.get(DERIVATIVE).body());
            released.countDown();

            assertThat(Replacements.shows(late.get(20, TimeUnit.SECONDS), Color.BLUE))
                    .isTrue();
            early.get(20, TimeUnit.SECONDS);
            assertThat(Replacements.shows(edge.get(DERIVATIVE).body(), Color.BLUE))
                    .isTrue();
            assertThat(Replacements.shows(stored(), Color.BLUE)).isTrue();
        }
    }

    private byte[] stored() throws IOException {
        return Files.readAllBytes(folder.resolve("100x100/png/" + Replacements.KEY));
    }

    /** Returns a renderer whose first rendering waits after it has received the old original. */
    private Renderer holding(Renderer renderer) {
        return new DelegatingRenderer(renderer) {
            @Override
            public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
                    throws UnrenderableException {
                started.countDown();
                await();
                return renderer.renderAll(original, requests, notices);
            }
        };
    }

    private void await() {
        try {
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
