package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the local bucket accepts the tags of derivatives that expire. */
class ExpiryTest {
    @TempDir
    Path folder;

    @Test
    void aDerivativeThatExpires_isStored() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{\"expireAfterDays\":30}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));

            HttpResponse<byte[]> rendered = edge.get("/cat.jpg?d=100x&f=jpeg");

            assertThat(rendered.statusCode()).isEqualTo(200);
            assertThat(header(rendered, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(folder.resolve("100x/jpeg/cat.jpg")).hasBinaryContent(rendered.body());
            assertThat(edge.log).noneMatch(line -> line.contains("failed"));
        }
    }
}
