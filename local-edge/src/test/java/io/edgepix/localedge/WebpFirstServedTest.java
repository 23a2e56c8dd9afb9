package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no viewer waits for an AVIF: the first answers are WebP, later ones AVIF. */
@BothStacks
class WebpFirstServedTest {
    private static final String CONFIG = "{\"avif\":{\"first\":\"webp\",\"effort\":0}%s}";
    private static final String ALONE = CONFIG.formatted("");
    private static final String WITH_QUEUE = CONFIG.formatted(",\"pregenerate\":{\"fromEdge\":true}");
    private static final String OVER_THE_LIMIT = "\"maxPixels\":1000,\"regional\":{\"big\":{\"maxPixels\":1000}}";
    private static final String URL = "/cat.jpg?d=100x100";
    private static final String[] ACCEPTING_AVIF = {"accept", "image/avif,image/webp,*/*"};
    private static final String REQUEST = ".edgepix/requests/100x100/avif/cat.jpg";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    private HttpResponse<byte[]> ask(LocalDeploymentFixture edge) {
        return edge.get(URL, ACCEPTING_AVIF);
    }

    private List<String> rendered(LocalDeploymentFixture edge) {
        edge.renderings();
        return edge.log.stream()
                .filter(line -> line.startsWith("MADE "))
                .map(line -> line.replaceAll(".* path=(\\S+) .*", "$1"))
                .toList();
    }

    @Test
    void aFirstRequest_isAWebpAndLaterOnesAreTheAvif() throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, ALONE)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> first = ask(edge);
            List<String> renderedAtFirst = rendered(edge);
            HttpResponse<byte[]> again = edge.get(URL, "accept", "image/avif", "if-none-match", header(first, "etag"));
            edge.passSeconds(10);
            HttpResponse<byte[]> stale = ask(edge);
            EdgeFixture.await(() -> header(ask(edge), "content-type").equals("image/avif"));

            assertThat(header(stale, "content-type")).isEqualTo("image/webp");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "content-type")).isEqualTo("image/webp");
            assertThat(header(first, "vary")).isEqualTo("Accept, User-Agent");
            assertThat(header(first, "etag")).startsWith("\"webp-first-");
            assertThat(renderedAtFirst).containsExactly("/100x100/webp/cat.jpg");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(rendered(edge)).containsExactly("/100x100/webp/cat.jpg", "/100x100/avif/cat.jpg");
            EdgeFixture.await(() -> Files.notExists(folder.resolve(".edgepix/attempts/100x100/avif/cat.jpg")));
        }
    }

    @Test
    void everyAnswer_beforeTheAvif_isImmediatelyAWebp() throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, ALONE)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            ask(edge);
            edge.passSeconds(10);

            EdgeFixture.await(() -> {
                HttpResponse<byte[]> answer = ask(edge);
                assertThat(header(answer, "x-cache")).isEqualTo("Hit from edgepix");
                return header(answer, "content-type").equals("image/avif");
            });
        }
    }

    @Test
    void withAQueue_theAvifIsAskedForAndServedOnceItIsStored() throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, WITH_QUEUE)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> first = ask(edge);
            assertThat(header(first, "content-type")).isEqualTo("image/webp");
            assertThat(folder.resolve(REQUEST)).isEmptyFile();

            Files.delete(folder.resolve(REQUEST));
            edge.passSeconds(10);
            assertThat(header(ask(edge), "content-type")).isEqualTo("image/webp");
            EdgeFixture.await(() -> Integer.parseInt(header(ask(edge), "age")) < 10);
            assertThat(folder.resolve(REQUEST)).doesNotExist();

            store("100x100/avif/cat.jpg");
            edge.passSeconds(10);
            EdgeFixture.await(() -> header(ask(edge), "content-type").equals("image/avif"));

            assertThat(rendered(edge)).containsExactly("/100x100/webp/cat.jpg");
        }
    }

    /** Renders a derivative with another edge, as a worker of the queue does. */
    private void store(String key) {
        try (LocalDeploymentFixture worker = new LocalDeploymentFixture(stack, folder, "{\"avif\":{\"effort\":0}}")) {
            assertThat(worker.get("/" + key).statusCode()).isEqualTo(200);
        }
        assertThat(folder.resolve(key)).isNotEmptyFile();
    }

    @Test
    void anOriginalOverALimit_is413AndAskedForOnce() throws IOException {
        BucketFaults faults = new BucketFaults();
        String config = "{" + OVER_THE_LIMIT + ",\"pregenerate\":{\"fromEdge\":true}}";
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, config, faults)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            age("cat.jpg");

            HttpResponse<byte[]> answer = edge.getAndFollow("/cat.jpg?d=100x100&f=webp");

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
            assertThat(faults.puts()).isOne();
            try (Stream<Path> files = Files.walk(folder.resolve(".edgepix"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .containsExactly(folder.resolve(".edgepix/requests/100x100/webp/cat.jpg"));
            }
        }
    }

    @Test
    void anOriginalOverALimit_isAskedForAgainOnlyIfItChanges() {
        BucketFaults faults = new BucketFaults();
        String config = "{" + OVER_THE_LIMIT + ",\"pregenerate\":{\"fromEdge\":true}}";
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, config, faults)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            age("cat.jpg");
            assertThat(edge.getAndFollow("/cat.jpg?d=100x100&f=webp").statusCode())
                    .isEqualTo(413);
            edge.passSeconds(10);
            assertThat(edge.getAndFollow("/cat.jpg?d=100x100&f=webp").statusCode())
                    .isEqualTo(413);
            assertThat(faults.puts()).isOne();

            age(".edgepix/requests/100x100/webp/cat.jpg");
            edge.put("cat.jpg", Pictures.jpeg(310, 200));
            edge.passSeconds(10);

            assertThat(edge.getAndFollow("/cat.jpg?d=100x100&f=webp").statusCode())
                    .isEqualTo(413);
            assertThat(faults.puts()).isBetween(2, 1 + stack.functions());
        }
    }

    /** Makes a file an hour older. */
    private void age(String key) {
        File file = folder.resolve(key).toFile();
        assertThat(file.setLastModified(file.lastModified() - 3_600_000)).isTrue();
    }

    @Test
    void anOriginalOverALimit_isServedOnceTheContainerHasRenderedIt() {
        String config = "{" + OVER_THE_LIMIT + ",\"pregenerate\":{\"fromEdge\":true}}";
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, config)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            assertThat(edge.getAndFollow("/cat.jpg?d=100x100&f=webp").statusCode())
                    .isEqualTo(413);
            try (LocalDeploymentFixture worker = new LocalDeploymentFixture(stack, folder, "{}")) {
                assertThat(worker.get("/100x100/webp/cat.jpg").statusCode()).isEqualTo(200);
            }

            edge.passSeconds(10);

            assertThat(edge.get("/cat.jpg?d=100x100&f=webp").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"first\":\"webp\"}",
                "true",
                "{\"first\":\"webp\"},\"pregenerate\":{\"fromEdge\":true}",
                "true,\"pregenerate\":{\"fromEdge\":true}"
            })
    void theWebpOfAnOriginalOverALimit_isServedAndStaysAfterRevalidation(String avif) throws Exception {
        String config = "{\"maxPixels\":1000,\"avif\":" + avif + "}";
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, config)) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            try (LocalDeploymentFixture worker = new LocalDeploymentFixture(stack, folder, "{}")) {
                assertThat(worker.get("/100x100/webp/cat.jpg").statusCode()).isEqualTo(200);
            }

            HttpResponse<byte[]> first = ask(edge);
            edge.passSeconds(10);
            ask(edge);
            EdgeFixture.await(() -> Integer.parseInt(header(ask(edge), "age")) < 10);
            HttpResponse<byte[]> revalidated = ask(edge);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "content-type")).isEqualTo("image/webp");
            assertThat(revalidated.statusCode()).isEqualTo(200);
            assertThat(header(revalidated, "etag")).isEqualTo(header(first, "etag"));
            assertThat(Files.exists(folder.resolve(REQUEST))).isEqualTo(avif.contains("fromEdge"));
        }
    }

    @Test
    void theFolderOfRequests_isClosedToViewers() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, ALONE)) {
            edge.put(".edgepix/jobs/x", Pictures.jpeg(300, 200));

            assertThat(edge.get("/.edgepix/jobs/x").statusCode()).isEqualTo(stack.closedStatus());
            assertThat(edge.get("/%2Eedgepix/jobs/x").statusCode()).isEqualTo(stack.closedStatus());
            assertThat(edge.get("/.edgepix/jobs/missing").statusCode()).isEqualTo(stack.closedStatus());
            assertThat(edge.get("/.edgepix/jobs/x?d=100x100").statusCode()).isEqualTo(404);
            assertThat(edge.renderings()).isZero();
        }
    }
}
