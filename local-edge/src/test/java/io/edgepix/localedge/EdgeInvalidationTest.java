package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.localedge.function.EdgeFunction;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which cache entries a purge removes, and how it affects running fetches. */
class EdgeInvalidationTest extends EdgeFixture {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat.jpg            | 1",
                "dog.jpg, cat.jpg   | 1",
                "' dog.jpg ,cat.jpg ' | 1",
                "CAT.JPG            | 1",
                "cat.jpg2           | 0",
                "a/cat.jpg          | 0",
                "''                 | 0"
            })
    void purge_byTag_removesAnswersWithThatTag(String tags, int forgotten) throws Exception {
        originFunction = tagged("old", tags);
        get("/200x200/webp/x.jpg");

        HttpResponse<String> purge = send("PURGE", "/cat.jpg");
        originFunction = tagged("new", tags);

        assertThat(purge.statusCode()).isEqualTo(200);
        assertThat(purge.body()).isEqualTo("{\"derivatives\":0,\"answers\":" + forgotten + "}\n");
        assertThat(get("/200x200/webp/x.jpg").body()).isEqualTo(forgotten == 1 ? "new" : "old");
    }

    @ParameterizedTest
    @CsvSource({"/a%20b.jpg, 1", "/a+b.jpg, 1", "/%61%20b.jpg, 1", "/a%2Bb.jpg, 0", "/a%20b.jpg2, 0", "/x/a%20b.jpg, 0"
    })
    void purge_anOriginal_removesItFromTheCacheByAllItsPaths(String path, int forgotten) throws Exception {
        originFunction = answering(200, "max-age=60");
        get(path);

        assertThat(send("PURGE", "/a%20b.jpg").body()).contains("\"answers\":" + forgotten);
    }

    @ParameterizedTest
    @CsvSource({
        "/img/?prefix, 4",
        "/img/c?prefix, 3",
        "/im?prefix, 5",
        "/?all, 6",
        "/img/?prefix&dry-run, 0",
        "/?all&dry-run, 0",
        "/img/cat.jpg?dry-run, 0"
    })
    void purge_byPrefix_removesOriginalsAndTheirDerivativesFromTheCache(String target, int forgotten) throws Exception {
        originFunction = answering(200, "max-age=60");
        for (String path : new String[] {
            "/img/cat.jpg",
            "/200x200/webp/img/cat.jpg",
            "/x9-q60/png/img/c%20t.jpg",
            "/img/dog.jpg",
            "/im.jpg",
            "/cat.jpg"
        }) {
            get(path);
        }

        assertThat(send("PURGE", target).body()).contains("\"answers\":" + forgotten);
    }

    @Test
    void purge_whileAFetchIsRunning_itsAnswerIsServedButNotCached() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        originFunction = held(asked, release, tagged("old", "cat.jpg"));

        CompletableFuture<String> early = CompletableFuture.supplyAsync(this::derivative);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        send("PURGE", "/cat.jpg");
        originFunction = tagged("new", "cat.jpg");
        CompletableFuture<String> late = CompletableFuture.supplyAsync(this::derivative);
        await(() -> viewerEvents.size() == 2);
        release.countDown();

        assertThat(early.get(20, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(late.get(20, TimeUnit.SECONDS)).isEqualTo("new");
        assertThat(derivative()).isEqualTo("new");
        assertThat(originEvents).hasSize(2);
    }

    @Test
    void purge_ofAnotherOriginal_leavesAFetchAsItIs() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        originFunction = held(asked, release, tagged("old", "cat.jpg"));

        CompletableFuture<String> early = CompletableFuture.supplyAsync(this::derivative);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        send("PURGE", "/dog.jpg");
        release.countDown();
        early.get(20, TimeUnit.SECONDS);

        assertThat(xCache(get("/200x200/webp/cat.jpg"))).isEqualTo("Hit from edgepix");
    }

    @Test
    void purge_whileARefreshIsRunning_neitherServesNorCachesTheStaleAnswer() throws Exception {
        originFunction = tagged("old", "cat.jpg", "max-age=60, stale-while-revalidate=600, stale-if-error=600");
        derivative();
        passSeconds(60);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        originFunction = held(asked, release, answering(503, "no-store"));
        derivative();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        send("PURGE", "/cat.jpg");
        CompletableFuture<HttpResponse<String>> late = CompletableFuture.supplyAsync(this::derivativeAnswer);
        await(() -> viewerEvents.size() == 3);
        release.countDown();

        assertThat(late.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    }

    @Test
    void purge_inTheStaleWindow_isNeverServedStale() throws Exception {
        originFunction = tagged("old", "cat.jpg", "max-age=60, stale-while-revalidate=600, stale-if-error=600");
        derivative();
        passSeconds(61);

        send("PURGE", "/cat.jpg");
        originFunction = answering(503, "no-store");

        assertThat(derivativeAnswer().statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                        | The key is empty; expected the key of an original.",
                "/200x200/webp/cat.jpg    | 200x200/webp/cat.jpg is the key of a derivative; expected the key of its original.",
                "/cat.jpg?d=200x200       | Purge an original by its own URL. The only parameters are prefix or all, and dry-run.",
                "/?prefix&all             | Purge an original by its own URL. The only parameters are prefix or all, and dry-run.",
                "/?prefix                 | The prefix is empty, and every key begins with it.",
                "/cat.jpg?all             | To purge all originals, use the URL /?all.",
                "/a/../cat.jpg            | The key of a picture must not have . or .. between slashes.",
                "/a%2F..%2Fcat.jpg        | The key of a picture must not have . or .. between slashes.",
                "/cat%0A.jpg              | The URL of a picture cannot contain control characters.",
                "/%FF.jpg                 | The URL is not valid percent-encoded UTF-8."
            })
    void purge_aPathThatIsNoOriginal_isA400WithTheReason(String target, String sentence) throws Exception {
        String answer =
                RawHttp.send(edge.port(), "PURGE " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(RawHttp.status(answer)).isEqualTo(400);
        assertThat(answer).endsWith("\r\n\r\n" + sentence + "\n");
        assertThat(originEvents).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/%4", "/cat%00.jpg", "cat.jpg", "http://"})
    void purge_aMalformedPath_isA400(String target) throws Exception {
        assertThat(RawHttp.status(RawHttp.send(
                        edge.port(), "PURGE " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "null", "http://localhost:8080"})
    void purge_fromAPage_isRefused(String origin) throws Exception {
        originFunction = tagged("old", "cat.jpg");
        derivative();

        for (String target : new String[] {"/cat.jpg", "/cat?prefix", "/?all"}) {
            assertThat(send("PURGE", target, "Origin", origin).statusCode()).isEqualTo(403);
        }
        assertThat(xCache(get("/200x200/webp/cat.jpg"))).isEqualTo("Hit from edgepix");
    }

    @ParameterizedTest
    @CsvSource({"1024, 200", "1025, 400", "8191, 400", "8192, 414", "30000, 414"})
    void purge_aHugePath_isRefused(int length, int status) throws Exception {
        assertThat(send("PURGE", "/" + "x".repeat(length)).statusCode()).isEqualTo(status);
    }

    private String derivative() {
        return derivativeAnswer().body();
    }

    private HttpResponse<String> derivativeAnswer() {
        try {
            return get("/200x200/webp/cat.jpg");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static EdgeFunction tagged(String body, String tags) {
        return tagged(body, tags, "max-age=60");
    }

    private static EdgeFunction tagged(String body, String tags, String cacheControl) {
        return editing(response -> {
            response.addProperty("status", "200");
            response.addProperty("body", body);
            JsonObject tagged = tags.isEmpty() ? response : header(response, "x-amz-meta-cache-tag", tags);
            return header(tagged, "cache-control", cacheControl);
        });
    }

    private static EdgeFunction held(CountDownLatch asked, CountDownLatch release, EdgeFunction function) {
        return event -> {
            asked.countDown();
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            return function.invoke(event);
        };
    }
}
