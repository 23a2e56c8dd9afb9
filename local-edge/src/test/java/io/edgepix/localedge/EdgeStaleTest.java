package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.Lifetime;
import io.edgepix.localedge.behaviour.Ttl;
import io.edgepix.localedge.function.EdgeFunction;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests stale answers, which are served during revalidation or after an error. */
class EdgeStaleTest extends EdgeFixture {
    private static final long A_YEAR = 31_536_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | max-age=60, stale-while-revalidate=30               | 60 | 90 | 0",
                "200 | max-age=60, stale-if-error=600                      | 60 | 0  | 660",
                "200 | max-age=60, STALE-While-Revalidate=30, Stale-If-Error=\"600\" | 60 | 90 | 660",
                "200 | max-age=0, stale-while-revalidate=30                | 0  | 30 | 0",
                "200 | s-maxage=60, max-age=5, stale-if-error=600          | 60 | 0  | 660",
                "200 | max-age=60, stale-while-revalidate=nonsense         | 60 | 0  | 0",
                "200 | max-age=60, stale-while-revalidate                  | 60 | 0  | 0",
                "200 | max-age=60, stale-if-error=0                        | 60 | 0  | 0",
                "200 | max-age=60, must-revalidate, stale-if-error=600     | 60 | 0  | 0",
                "200 | max-age=60, proxy-revalidate, stale-while-revalidate=30 | 60 | 0 | 0",
                "200 | no-store, stale-while-revalidate=30                 | 0  | 0  | 0",
                "200 | private, max-age=60, stale-if-error=600             | 0  | 0  | 0",
                "404 | max-age=60, stale-while-revalidate=30               | 60 | 0  | 0",
                "200 | max-age=31536000, stale-while-revalidate=30         | 31536000 | 31536000 | 0",
                "200 | max-age=31535990, stale-if-error=99999999999        | 31535990 | 0 | 31536000"
            })
    void lifetime_isThatOfTheAnswerUpToTheMaximum(
            int status, String cacheControl, long fresh, long whileRevalidating, long ifError) {
        Answer answer = new Answer(status, "", new Headers().add("Cache-Control", cacheControl), new byte[0]);

        assertThat(new Ttl(0, 86_400, A_YEAR, Map.of()).lifetime(answer))
                .isEqualTo(new Lifetime(fresh, whileRevalidating, ifError));
    }

    @Test
    void whileRevalidating_theStaleAnswerIsServedImmediatelyAndOneRefreshFollows() throws Exception {
        answersWith("old", "max-age=60, stale-while-revalidate=30");
        get("/x");
        passSeconds(60);
        CountDownLatch release = new CountDownLatch(1);
        originFunction = held(release, answering("new", "max-age=60"));

        HttpResponse<String> stale = get("/x");
        HttpResponse<String> again = get("/x");
        release.countDown();
        await(() -> body("/x").equals("new"));

        assertThat(stale.body()).isEqualTo("old").isEqualTo(again.body());
        assertThat(xCache(stale)).isEqualTo("Hit from edgepix");
        assertThat(stale.headers().firstValue("age")).contains("60");
        assertThat(originEvents).hasSize(2);
        assertThat(get("/x").headers().firstValue("age")).contains("0");
    }

    @Test
    void pastTheWindow_theOriginIsWaitedFor() throws Exception {
        answersWith("old", "max-age=60, stale-while-revalidate=30");
        get("/x");
        passSeconds(90);
        answersWith("new", "max-age=60");

        assertThat(get("/x").body()).isEqualTo("new");
    }

    @Test
    void aRefreshThatFails_isTriedAgainWhenTheErrorExpires() throws Exception {
        answersWith("old", "max-age=60, stale-while-revalidate=600");
        get("/x");
        passSeconds(60);
        originFunction = event -> {
            throw new IllegalStateException("boom");
        };

        assertThat(get("/x").body()).isEqualTo("old");
        await(() -> faultLines.stream().anyMatch(line -> line.contains("boom")));
        assertThat(get("/x").statusCode()).isEqualTo(200);
        assertThat(originEvents).hasSize(2);

        answersWith("new", "max-age=60");
        passSeconds(10);
        assertThat(get("/x").body()).isEqualTo("old");
        await(() -> body("/x").equals("new"));
    }

    @Test
    void aStoredObject_isStaleByItsOwnCacheControl() throws Exception {
        store("cat.jpg", "old", "max-age=60, stale-while-revalidate=30");
        get("/cat.jpg");
        store("cat.jpg", "new", "max-age=60");
        passSeconds(61);

        assertThat(get("/cat.jpg").body()).isEqualTo("old");
        await(() -> body("/cat.jpg").equals("new"));
    }

    @Test
    void aRefresh_ofAnUnchangedAnswer_isA304AndFreshAgain() throws Exception {
        store("cat.jpg", "picture", "max-age=60, stale-while-revalidate=30");
        get("/cat.jpg");
        passSeconds(61);

        get("/cat.jpg");
        await(() -> get("/cat.jpg").headers().firstValue("age").orElse("").equals("0"));

        assertThat(originEvents.get(1).getAsJsonObject("response").get("status").getAsString())
                .isEqualTo("304");
    }

    @Test
    void aRefresh_tellsTheFunctionTheEtagOfTheStaleAnswer() throws Exception {
        originFunction = editing(response -> {
            response.addProperty("status", "200");
            response.addProperty("body", "made");
            header(response, "etag", "\"made-by-the-function\"");
            return header(response, "cache-control", "max-age=60, stale-while-revalidate=30");
        });
        get("/x", "If-None-Match", "\"of-the-viewer\"");
        passSeconds(60);

        get("/x", "If-None-Match", "\"of-the-viewer\"");
        await(() -> originEvents.size() == 2);

        assertThat(headers(0).has("if-none-match")).isFalse();
        assertThat(headers(1).get("if-none-match").toString()).contains("made-by-the-function");
        assertThat(originEvents.get(1).getAsJsonObject("response").get("status").getAsString())
                .isEqualTo("404");
    }

    private JsonObject headers(int event) {
        return originEvents.get(event).getAsJsonObject("request").getAsJsonObject("headers");
    }

    @Test
    void aCondition_holdsForAStaleAnswerToo() throws Exception {
        store("cat.jpg", "picture", "max-age=60, stale-while-revalidate=30");
        String eTag = get("/cat.jpg").headers().firstValue("etag").orElseThrow();
        passSeconds(61);

        HttpResponse<String> response = get("/cat.jpg", "If-None-Match", eTag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().firstValue("age")).contains("61");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void ifError_theStaleAnswerStandsInForA5xx(int status) throws Exception {
        answersWith("old", "max-age=60, stale-if-error=600");
        get("/x");
        passSeconds(60);
        originFunction = answering(status, "no-store");

        HttpResponse<String> stale = get("/x");

        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.body()).isEqualTo("old");
        assertThat(stale.headers().firstValue("age")).contains("60");
        assertThat(xCache(stale)).isEqualTo("RefreshHit from edgepix");
    }

    @Test
    void ifError_theStaleAnswerStandsInForNoAnswer() throws Exception {
        answersWith("old", "max-age=60, stale-if-error=600");
        get("/x");
        passSeconds(60);
        originFunction = event -> {
            throw new IllegalStateException("boom");
        };

        assertThat(get("/x").body()).isEqualTo("old");
        assertThat(faultLines).singleElement().asString().contains("boom");
    }

    @Test
    void ifError_theOriginIsRequestedAgainWhenTheErrorExpires() throws Exception {
        answersWith("old", "max-age=60, stale-if-error=600");
        get("/x");
        passSeconds(60);
        originFunction = answering(503, "max-age=20");
        get("/x");

        passSeconds(19);
        HttpResponse<String> meanwhile = get("/x");
        answersWith("new", "max-age=60");
        passSeconds(1);

        assertThat(meanwhile.body()).isEqualTo("old");
        assertThat(xCache(meanwhile)).isEqualTo("Hit from edgepix");
        assertThat(originEvents).hasSize(2);
        assertThat(get("/x").body()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({"660, 503, 503", "60, 404, 404", "60, 422, 422"})
    void ifError_pastTheWindowOrForA4xx_theErrorGoesOut(long seconds, int status, int seen) throws Exception {
        answersWith("old", "max-age=60, stale-if-error=600");
        get("/x");
        passSeconds(seconds);
        originFunction = answering(status, "no-store");

        assertThat(get("/x").statusCode()).isEqualTo(seen);
    }

    @Test
    void withoutADirective_theErrorGoesOut() throws Exception {
        answersWith("old", "max-age=60");
        get("/x");
        passSeconds(60);
        originFunction = answering(503, "no-store");

        assertThat(get("/x").statusCode()).isEqualTo(503);
    }

    @Test
    void aHead_ofAStaleAnswer_isAnsweredAndRefreshesNothing() throws Exception {
        answersWith("old", "max-age=60, stale-while-revalidate=30");
        get("/x");
        passSeconds(60);

        HttpResponse<String> head = send("HEAD", "/x");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(originEvents).hasSize(1);
    }

    private void answersWith(String body, String cacheControl) {
        originFunction = answering(body, cacheControl);
    }

    private static EdgeFunction answering(String body, String cacheControl) {
        return editing(response -> {
            response.addProperty("status", "200");
            response.addProperty("body", body);
            return header(response, "cache-control", cacheControl);
        });
    }

    private static EdgeFunction held(CountDownLatch release, EdgeFunction function) {
        return event -> {
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            return function.invoke(event);
        };
    }

    private void store(String key, String content, String cacheControl) {
        bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket()).key(key).cacheControl(cacheControl),
                        RequestBody.fromString(content));
    }

    private String body(String path) throws Exception {
        return get(path).body();
    }
}
