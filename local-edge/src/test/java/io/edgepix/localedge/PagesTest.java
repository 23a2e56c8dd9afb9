package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests the headers that decide how web pages of other origins may use answers. */
@BothStacks
class PagesTest {
    private static final String LISTED = "{\"cors\": [\"https://a.example\", \"https://b.example\"]}";

    /** URLs of generated answers, of answers from S3 and of errors. */
    private static final String[] URLS = {
        "/cat.jpg?d=100x100&f=webp",
        "/cat.jpg?d=100x100&f=webp",
        "/cat.jpg",
        "/cat.jpg",
        "/missing.jpg",
        "/missing.jpg?d=100x100",
        "/text.jpg?d=100x100",
        "/cat.jpg?d=bogus",
        "/"
    };

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void byDefault_everyAnswerMayBeReadByEveryPage() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);
            for (String url : URLS) {
                for (String[] headers : new String[][] {{}, {"origin", "https://page.example"}}) {
                    HttpResponse<byte[]> answer = edge.get(url, headers);
                    assertThat(header(answer, "access-control-allow-origin"))
                            .as(url)
                            .isEqualTo("*");
                    assertThat(header(answer, "cross-origin-resource-policy"))
                            .as(url)
                            .isEqualTo("cross-origin");
                    assertThat(header(answer, "x-content-type-options")).as(url).isEqualTo("nosniff");
                    assertThat(header(answer, "vary")).as(url).doesNotContain("Origin");
                }
            }
            String etag = header(edge.get("/cat.jpg"), "etag");
            HttpResponse<byte[]> unchanged =
                    edge.get("/cat.jpg", "if-none-match", etag, "origin", "https://page.example");
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(header(unchanged, "access-control-allow-origin")).isEqualTo("*");
        }
    }

    @Test
    void listedOrigins_areLetInAndOthersAreNot_fromOneCachedAnswer() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, LISTED)) {
            fill(edge);
            for (String url : URLS) {
                assertThat(allowed(edge.get(url))).as(url).isEmpty();
                assertThat(allowed(edge.get(url, "origin", "https://a.example")))
                        .as(url)
                        .isEqualTo("https://a.example");
                assertThat(allowed(edge.get(url, "origin", "https://b.example")))
                        .as(url)
                        .isEqualTo("https://b.example");
                assertThat(allowed(edge.get(url, "origin", "https://evil.example")))
                        .as(url)
                        .isEmpty();
                assertThat(edge.get(url).headers().allValues("vary")).as(url).anyMatch(vary -> vary.contains("Origin"));
            }
            assertThat(edge.renderings()).isOne();
        }
    }

    @Test
    void switchedOff_noAnswerHasTheHeader() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{\"cors\": \"\"}")) {
            fill(edge);
            for (String url : URLS) {
                HttpResponse<byte[]> answer = edge.get(url, "origin", "https://page.example");
                assertThat(allowed(answer)).as(url).isEmpty();
                assertThat(header(answer, "cross-origin-resource-policy"))
                        .as(url)
                        .isEmpty();
            }
            assertThat(edge.send("OPTIONS", "/cat.jpg", "origin", "https://page.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPreflight_isAnswered() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, LISTED)) {
            HttpResponse<byte[]> answer = edge.send(
                    "OPTIONS",
                    "/cat.jpg?d=100x100",
                    "origin",
                    "https://a.example",
                    "access-control-request-method",
                    "GET",
                    "access-control-request-headers",
                    "x-client");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(allowed(answer)).isEqualTo("https://a.example");
            assertThat(header(answer, "access-control-allow-methods")).isEqualTo("GET, HEAD");
            assertThat(header(answer, "access-control-allow-headers")).isEqualTo("*");
            assertThat(header(answer, "vary")).isEqualTo("Origin");
            assertThat(edge.send("OPTIONS", "/cat.jpg", "origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void theBucketsOwnHeaders_stayInside() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            fill(edge);
            edge.get("/cat.jpg?d=100x100&f=webp");
            try (LocalDeploymentFixture other = new LocalDeploymentFixture(stack, folder, "{}")) {
                for (String url : URLS) {
                    assertThat(other.get(url).headers().map().keySet())
                            .as(url)
                            .noneMatch(name -> name.startsWith("x-amz-meta-"));
                }
            }
        }
    }

    @Test
    void originalsThatRunScripts_areRestrictedByAPolicy() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
            edge.put("a.html", "<script>1</script>".getBytes(StandardCharsets.UTF_8));
            fill(edge);

            assertThat(header(edge.get("/a.svg"), "content-security-policy")).contains("sandbox");
            assertThat(header(edge.get("/a.html"), "content-security-policy")).contains("default-src 'none'");
            assertThat(header(edge.get("/cat.jpg"), "content-security-policy")).isEmpty();
        }
    }

    @Test
    void aFileName_hasTheExtensionOfTheDerivative() {
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"contentDisposition\": true}")) {
            fill(edge);

            assertThat(header(edge.get("/cat.jpg?d=100x100&f=webp"), "content-disposition"))
                    .isEqualTo("inline; filename*=UTF-8''cat.webp");
            assertThat(header(edge.get("/cat.jpg?d=100x100&f=png"), "content-disposition"))
                    .isEqualTo("inline; filename*=UTF-8''cat.png");
            assertThat(header(edge.get("/cat.jpg"), "content-disposition")).isEmpty();
        }
        try (LocalDeploymentFixture edge =
                new LocalDeploymentFixture(stack, folder, "{\"contentDisposition\": true}")) {
            assertThat(header(edge.get("/cat.jpg?d=100x100&f=webp"), "content-disposition"))
                    .as("from S3")
                    .isEqualTo(stack.ofS3("inline; filename*=UTF-8''cat.webp", ""));
        }
    }

    private static void fill(LocalDeploymentFixture edge) {
        edge.put("cat.jpg", Pictures.jpeg(300, 300));
        edge.put("text.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    private static String allowed(HttpResponse<byte[]> answer) {
        return header(answer, "access-control-allow-origin");
    }
}
