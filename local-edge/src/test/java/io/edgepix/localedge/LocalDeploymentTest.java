package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Tests the main use from the viewer's side, over HTTP and S3. */
@BothStacks
class LocalDeploymentTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void aSize_requestedFirst_isRenderedStoredAndCached() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("images/cat.jpg", Pictures.jpeg(800, 400));

            HttpResponse<byte[]> first = edge.get("/images/cat.jpg?d=200x200", "accept", "image/webp");
            HttpResponse<byte[]> second = edge.get("/images/cat.jpg?d=200x200&utm=7", "accept", "text/html,image/webp");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "content-type")).isEqualTo("image/webp");
            assertThat(header(first, "x-cache")).isEqualTo("Miss from edgepix");
            assertThat(header(first, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(first.body()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
            BufferedImage picture = Pictures.read(first.body());
            assertThat(picture.getWidth()).isEqualTo(200);
            assertThat(picture.getHeight()).isEqualTo(100);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(header(second, "x-cache")).isEqualTo("Hit from edgepix");
            assertThat(header(second, "age")).matches("\\d+");
            assertThat(header(second, "etag")).isEqualTo(header(first, "etag")).isNotEmpty();
            assertThat(folder.resolve("200x200/webp/images/cat.jpg")).hasBinaryContent(first.body());
        }
    }

    @Test
    void aStoredDerivative_carriesItsMetadata() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("å b.jpg", Pictures.jpeg(300, 300));
            edge.get("/%C3%A5%20b.jpg?d=100x&f=jpeg&q=60");
            var client = edge.bucket().client();
            String bucket = edge.bucket().bucket();

            HeadObjectResponse stored =
                    client.headObject(head -> head.bucket(bucket).key("100x-q60/jpeg/å b.jpg"));
            HeadObjectResponse original =
                    client.headObject(head -> head.bucket(bucket).key("å b.jpg"));

            assertThat(stored.contentType()).isEqualTo("image/jpeg");
            assertThat(stored.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
            assertThat(stored.metadata())
                    .containsEntry("original-etag", original.eTag())
                    .containsEntry("cache-tag", "%C3%A5%20b.jpg");
        }
    }

    @Test
    void aDerivative_afterARestart_comesFromS3WithoutRendering() {
        byte[] first;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(800, 400));
            first = edge.get("/cat.jpg?d=200x200&f=webp").body();
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            HttpResponse<byte[]> again = edge.get("/cat.jpg?d=200x200&f=webp");

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first);
            assertThat(header(again, "content-type")).isEqualTo("image/webp");
            assertThat(header(again, "cache-control"))
                    .isEqualTo(stack.ofS3("public, max-age=60", "public, max-age=31536000, immutable"));
            assertThat(header(again, "x-cache")).isEqualTo("Miss from edgepix");
            assertThat(edge.renderings()).isZero();
        }
    }

    @Test
    void aHundredConcurrentFirstRequests_areOneRenderingAndOnePut() throws Exception {
        BucketFaults faults = new BucketFaults();
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults);
                ExecutorService viewers = Executors.newFixedThreadPool(100)) {
            edge.put("cat.jpg", Pictures.jpeg(2000, 1500));

            List<Future<HttpResponse<byte[]>>> answers = viewers.invokeAll(IntStream.range(0, 100)
                    .<Callable<HttpResponse<byte[]>>>mapToObj(
                            i -> () -> edge.get("/cat.jpg?d=400x400", "accept", "image/webp"))
                    .toList());

            byte[] body = answers.getFirst().get().body();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(answer.get().body()).isEqualTo(body);
            }
            assertThat(edge.renderings()).isOne();
            assertThat(faults.puts()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ1A.230105.002)",
                "Dalvik/1.6.0 (Linux; U; Android 4.3; GT-I9300 Build/JSS15J)",
                "okhttp/4.12.0",
                ""
            })
    void okHttp_asAnAndroidClientWithoutAccept_getsWebp(String userAgent) throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));
            Request.Builder request = new Request.Builder().url(edge.url("/cat.jpg?d=200x200"));
            if (!userAgent.isEmpty()) {
                // Without one, OkHttp sends its own.
                request.header("User-Agent", userAgent);
            }

            try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.header("content-type")).isEqualTo("image/webp");
                assertThat(response.request().header("Accept")).isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat.jpg | image/png,image/*;q=0.8,*/*;q=0.5      | image/jpeg",
                "cat.png | image/png,image/*;q=0.8,*/*;q=0.5      | image/png",
                "cat.jpg | image/webp;q=0                         | image/jpeg",
                "cat.png | image/webp;q=0,*/*                     | image/png",
                "cat.jpg | image/avif,image/webp,*/*;q=0.8        | image/webp"
            })
    void aBrowser_getsAFormatThatItAccepts(String key, String accept, String contentType) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));
            edge.put("cat.png", Pictures.transparentPng(300, 300));

            HttpResponse<byte[]> answer = edge.get("/" + key + "?d=100x100", "accept", accept);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo(contentType);
        }
    }

    @Test
    void clientsOfBothKinds_neverGetEachOthersFormat() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));
            for (int i = 0; i < 3; i++) {
                assertThat(header(edge.get("/cat.jpg?d=100x", "accept", "image/webp"), "content-type"))
                        .isEqualTo("image/webp");
                assertThat(header(edge.get("/cat.jpg?d=100x", "accept", "*/*"), "content-type"))
                        .isEqualTo("image/jpeg");
            }
        }
    }

    @Test
    void head_ofADerivativeThatIsNotThere_makesItAndHasNoBody() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));

            HttpResponse<byte[]> head = edge.send("HEAD", "/cat.jpg?d=100x100&f=webp");
            HttpResponse<byte[]> get = edge.get("/cat.jpg?d=100x100&f=webp");

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(header(head, "content-type")).isEqualTo("image/webp");
            assertThat(head.body()).isEmpty();
            assertThat(get.body()).isNotEmpty();
            assertThat(edge.renderings()).isOne();
        }
    }

    @Test
    void aConditionalGet_withTheCurrentEtag_is304() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 300));
            String etag = header(edge.get("/cat.jpg?d=100x100"), "etag");

            HttpResponse<byte[]> again = edge.get("/cat.jpg?d=100x100", "if-none-match", etag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }
}
