package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests failures that can be injected into the classes, but not into the zips. */
@BothStacks
class RendererFailureTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void theRendererFailing_isA502() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(
                folder,
                new BucketFaults(),
                (bucket, log) -> stack.ofClasses(ConfigReader.defaults(), bucket, log, RendererFailureTest::failing))) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get("/cat.jpg?d=200x200");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
        }
    }

    private static Renderer failing(Renderer renderer) {
        return new DelegatingRenderer(renderer) {
            @Override
            public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices) {
                throw new IllegalStateException("secret");
            }
        };
    }
}
