package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What web pages of other origins may do with answers, whoever gave them. */
class PagesTest {
    private static final String LISTED = "{\"cors\": [\"https://a.example\", \"https://b.example\"]}";

    /** Generated and from S3, from the cache, errors, and 304s. */
    private static final String[] ADDRESSES = {
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

    @TempDir
    Path folder;

    @Test
    void byDefault_everyAnswerMayBeReadByEveryPage() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            fill(edge);
            for (String address : ADDRESSES) {
                for (String[] headers : new String[][] {{}, {"origin", "https://page.example"}}) {
                    HttpResponse<byte[]> answer = edge.get(address, headers);
                    assertThat(header(answer, "access-control-allow-origin"))
                            .as(address)
                            .isEqualTo("*");
                    assertThat(header(answer, "cross-origin-resource-policy"))
                            .as(address)
                            .isEqualTo("cross-origin");
                    assertThat(header(answer, "x-content-type-options"))
                            .as(address)
                            .isEqualTo("nosniff");
                    assertThat(header(answer, "vary")).as(address).doesNotContain("Origin");
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
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, LISTED)) {
            fill(edge);
            for (String address : ADDRESSES) {
                assertThat(allowed(edge.get(address))).as(address).isEmpty();
                assertThat(allowed(edge.get(address, "origin", "https://a.example")))
                        .as(address)
                        .isEqualTo("https://a.example");
                assertThat(allowed(edge.get(address, "origin", "https://b.example")))
                        .as(address)
                        .isEqualTo("https://b.example");
                assertThat(allowed(edge.get(address, "origin", "https://evil.example")))
                        .as(address)
                        .isEmpty();
                assertThat(edge.get(address).headers().allValues("vary"))
                        .as(address)
                        .anyMatch(vary -> vary.contains("Origin"));
            }
            assertThat(edge.made()).isOne();
        }
    }

    @Test
    void switchedOff_noAnswerSaysAnything() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{\"cors\": \"\"}")) {
            fill(edge);
            for (String address : ADDRESSES) {
                HttpResponse<byte[]> answer = edge.get(address, "origin", "https://page.example");
                assertThat(allowed(answer)).as(address).isEmpty();
                assertThat(header(answer, "cross-origin-resource-policy"))
                        .as(address)
                        .isEmpty();
            }
            assertThat(edge.send("OPTIONS", "/cat.jpg", "origin", "https://page.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPreflight_isAnswered() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, LISTED)) {
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
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            fill(edge);
            edge.get("/cat.jpg?d=100x100&f=webp");
            try (LocalDeploymentFixture other = new LocalDeploymentFixture(folder, "{}")) {
                for (String address : ADDRESSES) {
                    assertThat(other.get(address).headers().map().keySet())
                            .as(address)
                            .noneMatch(name -> name.startsWith("x-amz-meta-"));
                }
            }
        }
    }

    @Test
    void originalsThatRun_areHeldByAPolicy() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            edge.put("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
            edge.put("a.html", "<script>1</script>".getBytes(StandardCharsets.UTF_8));
            fill(edge);

            assertThat(header(edge.get("/a.svg"), "content-security-policy")).contains("sandbox");
            assertThat(header(edge.get("/a.html"), "content-security-policy")).contains("default-src 'none'");
            assertThat(header(edge.get("/cat.jpg"), "content-security-policy")).isEmpty();
        }
    }

    @Test
    void aFileName_isThatOfWhatIsSent() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{\"contentDisposition\": true}")) {
            fill(edge);

            assertThat(header(edge.get("/cat.jpg?d=100x100&f=webp"), "content-disposition"))
                    .isEqualTo("inline; filename*=UTF-8''cat.webp");
            assertThat(header(edge.get("/cat.jpg?d=100x100&f=png"), "content-disposition"))
                    .isEqualTo("inline; filename*=UTF-8''cat.png");
            assertThat(header(edge.get("/cat.jpg"), "content-disposition")).isEmpty();
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{\"contentDisposition\": true}")) {
            assertThat(header(edge.get("/cat.jpg?d=100x100&f=webp"), "content-disposition"))
                    .as("from S3")
                    .isEqualTo("inline; filename*=UTF-8''cat.webp");
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
