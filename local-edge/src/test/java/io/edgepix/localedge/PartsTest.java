package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests HEAD and range requests. */
@BothStacks
class PartsTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    /** CloudFront would send and cache a length of 0 for an empty body. */
    @ParameterizedTest
    @CsvSource({"/cat.jpg?d=100x100&f=webp, 200", "/text.jpg?d=100x100, 415", "/missing.jpg?d=100x100, 404"})
    void head_ofADerivativeThatIsNotStored_hasNoLengthAndIsNotCached(String url, int status) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);

            HttpResponse<byte[]> head = edge.send("HEAD", url);

            assertThat(head.statusCode()).isEqualTo(status);
            assertThat(head.headers().firstValue("content-length")).isEmpty();
            assertThat(header(head, "cache-control")).isNotEqualTo("public, max-age=31536000, immutable");
            assertThat(header(edge.send("HEAD", url), "x-cache")).isNotEqualTo("Hit from edgepix");
        }
    }

    @Test
    void head_ofAStoredDerivative_hasTheLengthOfGet() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);
            edge.send("HEAD", "/cat.jpg?d=100x100&f=webp");

            HttpResponse<byte[]> second = edge.send("HEAD", "/cat.jpg?d=100x100&f=webp");
            HttpResponse<byte[]> get = edge.get("/cat.jpg?d=100x100&f=webp");
            HttpResponse<byte[]> afterGet = edge.send("HEAD", "/cat.jpg?d=100x100&f=webp");

            assertThat(header(second, "content-length")).isEqualTo(Integer.toString(get.body().length));
            assertThat(header(afterGet, "content-length")).isEqualTo(Integer.toString(get.body().length));
        }
    }

    @Test
    void aRange_ofAnOriginal_isTheSameFromS3AndFromTheCache() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);
            byte[] whole = Pictures.jpeg(300, 300);

            HttpResponse<byte[]> fromS3 = edge.get("/cat.jpg", "range", "bytes=10-19");
            edge.get("/cat.jpg");
            HttpResponse<byte[]> fromCache = edge.get("/cat.jpg", "range", "bytes=10-19");
            HttpResponse<byte[]> last = edge.get("/cat.jpg", "range", "bytes=-5");

            for (HttpResponse<byte[]> part : List.of(fromS3, fromCache)) {
                assertThat(part.statusCode()).isEqualTo(206);
                assertThat(header(part, "content-range")).isEqualTo("bytes 10-19/" + whole.length);
                assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
                assertThat(header(part, "access-control-allow-origin")).isEqualTo("*");
                assertThat(header(part, "x-content-type-options")).isEqualTo("nosniff");
            }
            assertThat(last.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        }
    }

    @Test
    void aRange_beyondTheEnd_isRefusedAndLeavesTheCacheIntact() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);

            assertThat(edge.get("/cat.jpg", "range", "bytes=99999999-").statusCode())
                    .isEqualTo(416);
            HttpResponse<byte[]> whole = edge.get("/cat.jpg");
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(edge.get("/cat.jpg", "range", "bytes=99999999-").statusCode())
                    .isEqualTo(416);
            assertThat(edge.get("/cat.jpg", "range", "bytes=5-2").body()).isEqualTo(whole.body());
        }
    }

    @Test
    void aRange_ofADerivativeThatIsNotStored_rendersAllOfIt() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);

            HttpResponse<byte[]> first = edge.get("/cat.jpg?d=100x100&f=webp", "range", "bytes=0-9");
            HttpResponse<byte[]> whole = edge.get("/cat.jpg?d=100x100&f=webp");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).isEqualTo(whole.body());
            assertThat(folder.resolve("100x100/webp/cat.jpg")).hasBinaryContent(whole.body());
        }
    }

    private static void fill(LocalDeploymentFixture edge) {
        edge.put("cat.jpg", Pictures.jpeg(300, 300));
        edge.put("text.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
    }
}
