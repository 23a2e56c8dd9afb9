package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests that the local bucket accepts the tags of derivatives that expire. */
@BothStacks
class ExpiryTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void aDerivativeThatExpires_isStored() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{\"expireAfterDays\":30}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));

            HttpResponse<byte[]> rendered = edge.get("/cat.jpg?d=100x&f=jpeg");

            assertThat(rendered.statusCode()).isEqualTo(200);
            assertThat(header(rendered, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(folder.resolve("100x/jpeg/cat.jpg")).hasBinaryContent(rendered.body());
            assertThat(edge.log).noneMatch(line -> line.contains("failed"));
        }
    }
}
