package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.SignedUrl;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests every row of the table of answers in docs/caching.md over HTTP. */
@BothStacks
class AnswersTest {
    private static final String FOR_TEN_SECONDS = "public, max-age=10";

    private static final String LOW_LIMITS = "{\"maxBytes\":100000,\"maxPixels\":10000,"
            + "\"regional\":{\"big\":{\"maxBytes\":100000,\"maxPixels\":10000}}}";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void anOriginal_withoutASize_isServedUntouched() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            byte[] original = Pictures.jpeg(300, 200);
            edge.put("images/cat.jpg", original);

            HttpResponse<byte[]> answer = edge.get("/images/cat.jpg?v=3");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(original);
            assertThat(header(answer, "content-type")).isEqualTo("image/jpeg");
        }
    }

    @Test
    void aMissingOriginal_withoutASize_isA404() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            HttpResponse<byte[]> answer = edge.get("/none.jpg");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(text(answer)).contains(stack.missing());
        }
    }

    @Test
    void aDerivative_isA200ForAYear() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get("/cat.jpg?d=100x100&f=png");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(Pictures.read(answer.body()).getHeight()).isEqualTo(67);
        }
    }

    @Test
    void aDerivativeTooLargeForAnAnswer_isStoredAndRedirectedTo() {
        String size = stack.noiseSize().toString();
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("noise.png", stack.noise());

            HttpResponse<byte[]> answer = edge.get("/noise.png?d=" + size + "&f=png");
            HttpResponse<byte[]> followed = edge.get(header(answer, "location"));

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(header(answer, "location")).isEqualTo("/~stored/" + size + "/png/noise.png");
            assertThat(header(answer, "cache-control")).isEqualTo("no-store");
            assertThat(followed.statusCode()).isEqualTo(200);
            assertThat(followed.body().length).isGreaterThan(stack.answerBytes());
            assertThat(Pictures.read(followed.body()).getHeight())
                    .isEqualTo(stack.noiseSize().height());
            assertThat(edge.get("/noise.png?d=" + size + "&f=png").statusCode())
                    .as("stored in S3")
                    .isEqualTo(200);
        }
    }

    @Test
    void aDerivativeTooLargeForAnAnswer_ifUrlsAreSigned_isRedirectedToASignedUrl() {
        String key = "a key of 32 characters or more...".replace(' ', '-');
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"signing\":{\"keys\":[\"" + key + "\"]}}")) {
            edge.put("noise.png", stack.noise());
            String signed = SignedUrl.sign(new JdkHmac(), key, "/noise.png", "d=" + stack.noiseSize() + "&f=png", "");

            HttpResponse<byte[]> answer = edge.get(signed);
            HttpResponse<byte[]> followed = edge.get(header(answer, "location"));

            assertThat(header(answer, "location")).startsWith("/~stored/" + stack.noiseSize() + "/png/noise.png?e=");
            assertThat(followed.statusCode()).isEqualTo(200);
            assertThat(Pictures.read(followed.body()).getHeight())
                    .isEqualTo(stack.noiseSize().height());
        }
    }

    @Test
    void aMissingOriginal_isA404ForAShortTime() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            assertError(edge.get("/none.jpg?d=200x200"), 404);
        }
    }

    @Test
    void aMissingOriginal_withAPlaceholder_isA404WithThatPicture() {
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"placeholder\":\"system/missing.png\"}")) {
            edge.put("system/missing.png", Pictures.transparentPng(500, 500));

            HttpResponse<byte[]> answer = edge.get("/none.jpg?d=200x200&f=webp");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "content-type")).isEqualTo("image/webp");
            assertThat(header(answer, "cache-control")).isEqualTo(FOR_TEN_SECONDS);
            assertThat(Pictures.read(answer.body()).getWidth()).isEqualTo(200);
            assertThat(folder.resolve("200x200")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cat.jpg?d=201x200",
                "/201x200/webp/cat.jpg",
                "/200x200/avif/cat.jpg",
                "/cat.jpg?d=bogus",
                "/cat.jpg?d=",
                "/200x200/webp/200x200/webp/cat.jpg",
                "/cat.jpg?d=200x200&q=0",
                "/%FF.jpg?d=200x200"
            })
    void aSizeThatThePolicyForbids_isA400AndLeavesNothing(String path) {
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"sizes\":{\"list\":[\"200x200\"]}}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get(path);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer)).endsWith(".\n").hasLineCount(1);
            assertThat(folder.toFile().list()).containsExactly("cat.jpg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><svg/></html>", "", "a poem", "<!doctype html>"})
    void noPicture_isA415(String content) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", content.getBytes(UTF_8));

            assertError(edge.get("/cat.jpg?d=200x200"), 415);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void anSvg_isRenderedUnlessItTakesTooLong() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("logo.svg", drawing("<circle r='99'/>"));
            edge.put(
                    "bomb.svg",
                    drawing("<filter id='f'><feMorphology operator='dilate' radius='2000'/></filter>"
                            + "<g filter='url(#f)'>".repeat(40) + "<rect width='400' height='300'/>"
                            + "</g>".repeat(40)));

            HttpResponse<byte[]> bomb = edge.getAndFollow("/bomb.svg?d=400x400&f=webp");
            HttpResponse<byte[]> logo = edge.get("/logo.svg?d=200x200&f=webp");

            assertThat(bomb.statusCode()).isIn(200, 413);
            assertThat(logo.statusCode()).isEqualTo(200);
            assertThat(Pictures.read(logo.body()).getHeight()).isEqualTo(150);
        }
    }

    private static byte[] drawing(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'>" + content + "</svg>")
                .getBytes(UTF_8);
    }

    @Test
    void aBrokenPicture_isA422() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            byte[] whole = Pictures.jpeg(800, 800);
            edge.put("cat.jpg", Arrays.copyOf(whole, whole.length / 2));
            byte[] png = Pictures.noisePng(300, 300);
            edge.put("cat.png", Arrays.copyOf(png, png.length / 2));

            assertError(edge.get("/cat.jpg?d=200x200"), 422);
            assertError(edge.get("/cat.png?d=200x200"), 422);
        }
    }

    @Test
    void tooManyBytesOrPixels_isA413() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, LOW_LIMITS)) {
            edge.put("heavy.png", Pictures.noisePng(200, 200));
            edge.put("large.png", Pictures.transparentPng(200, 51));

            assertError(edge.getAndFollow("/heavy.png?d=100x"), 413);
            assertError(edge.getAndFollow("/large.png?d=100x"), 413);
        }
    }

    @Test
    void aFailingS3_isA503AndWorksWhenItRecovers() {
        BucketFaults faults = new BucketFaults();
        faults.getsFail = true;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            edge.put("dog.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get("/cat.jpg?d=200x200");
            faults.getsFail = false;

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(text(answer)).doesNotContain("AccessDenied", "403");
            assertThat(header(edge.get("/cat.jpg?d=200x200"), "x-cache"))
                    .as("CloudFront caches a 5xx for ten seconds")
                    .isEqualTo("Error from edgepix");
            assertThat(edge.get("/dog.jpg?d=200x200").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFailingPut_isA200ForAShortTime() {
        BucketFaults faults = new BucketFaults();
        faults.putsFail = true;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get("/cat.jpg?d=200x200");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "cache-control")).isEqualTo(FOR_TEN_SECONDS);
            assertThat(edge.log).anySatisfy(line -> assertThat(line).contains("WRITE_BACK_FAILED", "403"));
            assertThat(Files.exists(folder.resolve("200x200"))).isFalse();
        }
    }

    @Test
    void aFailingPut_isTriedAgainWhenTheCacheEntryExpires() {
        BucketFaults faults = new BucketFaults();
        faults.putsFail = true;
        byte[] notStored;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            notStored = edge.get("/cat.jpg?d=200x200").body();
        }
        faults.putsFail = false;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults)) {
            HttpResponse<byte[]> again = edge.get("/cat.jpg?d=200x200");

            assertThat(header(again, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(faults.puts()).as("the SDK may retry a refused put").isGreaterThanOrEqualTo(2);
            assertThat(folder.resolve("200x200/jpeg/cat.jpg")).hasBinaryContent(notStored);
        }
    }

    @Test
    void anError_ofAnyKind_isNeverA200AndTheNextRequestWorks() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            for (String path : new String[] {"/?d=1", "//?d=1", "/cat.jpg/?d=100x", "/..%2f..%2fetc/passwd?d=100x"}) {
                assertThat(edge.get(path).statusCode()).as(path).isBetween(400, 499);
            }
            assertThat(edge.get("/cat.jpg?d=100x").statusCode()).isEqualTo(200);
        }
    }

    private static void assertError(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "cache-control")).isEqualTo(FOR_TEN_SECONDS);
        assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(text(answer)).endsWith(".\n").hasLineCount(1);
        assertThat(header(answer, "x-cache")).isEqualTo("Error from edgepix");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
