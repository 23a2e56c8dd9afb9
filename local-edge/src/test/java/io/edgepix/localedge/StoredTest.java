package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the headers of answers from S3. */
@BothStacks
class StoredTest {
    private static final String QUERIES = "/cat.jpg?d=200x&f=webp";
    private static final String STORED = "200x/webp/cat.jpg";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | public, max-age=60", "70 | public, max-age=31536000, immutable"})
    void aDerivative_isCachedForItsRemainingLifetime(int seconds, String cacheControl) throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            edge.get(QUERIES);
        }
        Files.setLastModifiedTime(
                folder.resolve(STORED), FileTime.from(Instant.now().minusSeconds(seconds)));
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            HttpResponse<byte[]> stored = edge.get(QUERIES);

            assertThat(stored.statusCode()).isEqualTo(200);
            assertThat(header(stored, "cache-control"))
                    .isEqualTo(stack.ofS3(cacheControl, "public, max-age=31536000, immutable"));
            assertThat(edge.renderings()).isZero();
        }
    }

    @Test
    void anOriginal_withoutCacheControl_isCachedAsConfigured() {
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"cache\":{\"original\":\"public, max-age=3600\"}}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            assertThat(header(edge.get("/cat.jpg"), "cache-control")).isEqualTo(stack.ofS3("public, max-age=3600", ""));
        }
    }
}
