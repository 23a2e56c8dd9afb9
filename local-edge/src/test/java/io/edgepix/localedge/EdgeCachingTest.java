package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.behaviour.Ttl;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests which answers the edge caches, for how long, and how it serves them. */
@BothStacks
class EdgeCachingTest extends EdgeFixture {
    private static final long A_DAY = 86_400;

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @Override
    StackUnderTest stack() {
        return stack;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | max-age=60 | 60",
                "200 | public, max-age=31536000, immutable | 31536000",
                "200 | max-age=99999999999 | 31536000",
                "200 | s-maxage=5, max-age=60 | 5",
                "200 | MAX-AGE=\"7\" | 7",
                "200 | public | 86400",
                "302 | max-age=60 | 60",
                "404 | max-age=60 | 60",
                "404 | max-age=1 | 10",
                "404 | no-store | 10",
                "414 | public | 10",
                "500 | public | 10",
                "502 | no-cache | 10",
                "504 | max-age=20 | 20",
                "400 | max-age=20 | 20",
                "403 | max-age=20 | 20",
                "405 | max-age=20 | 20",
                "412 | max-age=20 | 20",
                "413 | max-age=20 | 20",
                "415 | max-age=20 | 20",
                "422 | max-age=20 | 20"
            })
    void answer_withinItsTime_isAHitAndAfterItAMiss(int status, String cacheControl, long seconds) throws Exception {
        originFunction = answering(status, cacheControl);

        get("/x");
        passSeconds(seconds - 1);
        HttpResponse<String> last = get("/x");
        passSeconds(1);
        get("/x");

        assertThat(originEvents).hasSize(2);
        assertThat(last.headers().firstValue("age")).contains(Long.toString(seconds - 1));
        assertThat(xCache(last)).isEqualTo((status >= 400 ? "Error" : "Hit") + " from edgepix");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | no-store",
                "200 | no-cache",
                "200 | private, max-age=60",
                "200 | max-age=0",
                "200 | max-age=nonsense",
                "302 | no-store",
                "400 | public",
                "403 | public",
                "405 | no-store, max-age=60",
                "412 | public",
                "413 | public",
                "415 | public",
                "422 | public"
            })
    void answer_thatMustNotBeCached_isAMissEachTime(int status, String cacheControl) throws Exception {
        originFunction = answering(status, cacheControl);

        get("/x");
        HttpResponse<String> second = get("/x");

        assertThat(originEvents).hasSize(2);
        assertThat(second.headers().firstValue("age")).isEmpty();
    }

    @Test
    void s3Object_withoutCacheControl_isCachedForADay() throws Exception {
        put("cat.jpg", "picture");

        get("/cat.jpg");
        passSeconds(A_DAY - 1);
        HttpResponse<String> last = get("/cat.jpg");
        passSeconds(1);

        assertThat(xCache(last)).isEqualTo("Hit from edgepix");
        assertThat(xCache(get("/cat.jpg"))).isEqualTo("RefreshHit from edgepix");
    }

    @Test
    void staleObject_unchanged_isRevalidatedByA304() throws Exception {
        put("cat.jpg", "picture");
        get("/cat.jpg");
        passSeconds(A_DAY);

        HttpResponse<String> refreshed = get("/cat.jpg");
        HttpResponse<String> hit = get("/cat.jpg");

        if (stack == StackUnderTest.PAIR) {
            assertThat(originEvents
                            .get(1)
                            .getAsJsonObject("response")
                            .get("status")
                            .getAsString())
                    .isEqualTo("304");
        }
        assertThat(refreshed.body()).isEqualTo("picture").isEqualTo(hit.body());
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(xCache(refreshed)).isEqualTo("RefreshHit from edgepix");
        assertThat(xCache(hit)).isEqualTo("Hit from edgepix");
    }

    @Test
    void staleObject_changed_isFetchedAgain() throws Exception {
        put("cat.jpg", "picture");
        get("/cat.jpg");
        passSeconds(A_DAY);
        put("cat.jpg", "another picture");

        assertThat(get("/cat.jpg").body()).isEqualTo("another picture");
    }

    @Test
    void concurrentMisses_oneKey_areOneFetchAndOneCall() throws Exception {
        CountDownLatch allIn = new CountDownLatch(100);
        viewerFunction = event -> {
            allIn.countDown();
            return request(event).toString();
        };
        originFunction = event -> {
            assertThat(allIn.await(20, TimeUnit.SECONDS)).isTrue();
            return answering(200, "max-age=60").invoke(event);
        };

        List<HttpResponse<String>> answers = getConcurrently(100);

        assertThat(originEvents).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.body().equals("made"));
    }

    @Test
    void concurrentMisses_leaderFails_eachGetsTheSameAnswerAndTheNextWorks() throws Exception {
        CountDownLatch allIn = new CountDownLatch(20);
        AtomicInteger calls = new AtomicInteger();
        viewerFunction = event -> {
            allIn.countDown();
            return request(event).toString();
        };
        originFunction = event -> {
            calls.incrementAndGet();
            assertThat(allIn.await(20, TimeUnit.SECONDS)).isTrue();
            throw new IllegalStateException("boom");
        };

        List<HttpResponse<String>> answers = getConcurrently(20);
        originFunction = answering(200, "max-age=60");

        assertThat(answers).allMatch(answer -> answer.statusCode() == 502);
        assertThat(calls.get()).isLessThan(20);
        assertThat(get("/cat.jpg").body()).isEqualTo("made");
    }

    private List<HttpResponse<String>> getConcurrently(int times) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                asked.add(CompletableFuture.supplyAsync(this::getCat, threads));
            }
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private HttpResponse<String> getCat() {
        try {
            return get("/cat.jpg");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void head_afterGet_isAHitWithTheSameHeadersAndNoBody() throws Exception {
        put("cat.jpg", "picture");

        HttpResponse<String> get = get("/cat.jpg");
        HttpResponse<String> head = send("HEAD", "/cat.jpg");

        assertThat(head.body()).isEmpty();
        assertThat(xCache(head)).isEqualTo("Hit from edgepix");
        for (String name : List.of("content-length", "content-type", "etag", "last-modified")) {
            assertThat(head.headers().firstValue(name)).as(name).isPresent();
            assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
        }
    }

    @Test
    void head_first_isNotStoredAsABody() throws Exception {
        put("cat.jpg", "picture");

        HttpResponse<String> head = send("HEAD", "/cat.jpg");
        HttpResponse<String> get = get("/cat.jpg");

        assertThat(head.headers().firstValue("content-length")).contains("7");
        assertThat(get.body()).isEqualTo("picture");
        assertThat(xCache(get)).isEqualTo("Miss from edgepix");
    }

    @Test
    void head_generatedBody_hasItsLengthOnly() throws Exception {
        originFunction = answering(200, "max-age=60");

        HttpResponse<String> head = send("HEAD", "/x");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-length")).contains("4");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void ifNoneMatch_matching_is304FromTheCache(String form) throws Exception {
        bucket.client().putObject(put -> put.bucket(bucket.bucket()).key("cat.jpg"), RequestBody.fromString("picture"));
        String eTag = get("/cat.jpg").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> response = get("/cat.jpg", "If-None-Match", form.replace("%s", eTag));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("etag")).contains(eTag);
        assertThat(xCache(response)).isEqualTo("Hit from edgepix");
    }

    @Test
    void ifNoneMatch_other_is200() throws Exception {
        put("cat.jpg", "picture");

        assertThat(get("/cat.jpg", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void ifModifiedSince_notModified_is304() throws Exception {
        put("cat.jpg", "picture");
        String modified = get("/cat.jpg").headers().firstValue("last-modified").orElseThrow();

        assertThat(get("/cat.jpg", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(get("/cat.jpg", "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/cat.jpg", "If-Modified-Since", "nonsense").statusCode())
                .isEqualTo(200);
    }

    @Test
    void expires_withoutMaxAge_isHonoured() {
        Headers headers = new Headers()
                .add("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                .add("Expires", "Thu, 01 Jan 2026 00:01:00 GMT");

        assertThat(new Ttl(0, A_DAY, 31_536_000, Map.of()).seconds(new Answer(200, "OK", headers, new byte[0])))
                .isEqualTo(60);
    }
}
