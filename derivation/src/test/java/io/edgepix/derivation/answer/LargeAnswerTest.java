package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import io.edgepix.imaging.model.Dimensions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests derivatives over the limit of an answer, and the paths of their copies. */
class LargeAnswerTest extends AnswersFixture {
    private static final String COPY = "/~stored" + PATH;
    private static final String SIGNING_KEY = "a-key-that-is-long-enough-for-a-signature";
    private static final String SIGNED = "{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"]}}";

    @BeforeEach
    void renderHeavy() {
        renderer.rendering = (original, request) -> HEAVY;
    }

    private static void assertRedirect(Answer answer, String location) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo(location);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo(new Answer.Text(""));
    }

    @ParameterizedTest
    @CsvSource({"899999, 200", "900000, 200", "900001, 302"})
    void of_aroundTheLimit_isThePictureOrARedirection(int bytes, int status) {
        renderer.rendering = (original, request) -> new byte[bytes];

        assertThat(get(PATH).status()).isEqualTo(status);
    }

    @Test
    void of_overTheLimit_isStoredTwiceAndRedirectedToTheCopy() {
        Answer answer = get(PATH);

        assertRedirect(answer, COPY);
        assertThat(stored(PATH.substring(1)).bytes()).isEqualTo(HEAVY);
        assertThat(stored(COPY.substring(1))).satisfies(copy -> {
            assertThat(copy.bytes()).isEqualTo(HEAVY);
            assertThat(copy.contentType()).isEqualTo("image/webp");
            assertThat(copy.cacheControl()).isEqualTo("public, max-age=60");
            assertThat(copy.vary()).hasValue("Accept, User-Agent");
            assertThat(copy.cacheTag()).isEqualTo(KEY);
            assertThat(copy.originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL));
            assertThat(copy.expires()).as("the rule for the folder deletes it").isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void of_overTheLimitAndNotStored_is503(String method) {
        store.failing.add("put");

        Answer answer = answer(answers("{}"), request(method, PATH));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(header(answer, "location")).isEmpty();
    }

    @Test
    void of_aCopyThatCannotBeStored_is503() {
        store.before.put("put", () -> {
            if (!store.derivatives.isEmpty()) {
                store.failing.add("put");
            }
        });

        assertError(get(PATH), 503);
        assertThat(store.derivatives).containsOnlyKeys(PATH.substring(1));
        assertThat(log).anyMatch(line -> line.startsWith("WRITE_BACK_FAILED n=1 path=" + COPY));
    }

    @Test
    void of_aKeyTooLongForACopy_is422() {
        String key = "k".repeat(1024 - "200x200/webp/".length());
        store.originals.put(key, ORIGINAL);

        assertError(get("/200x200/webp/" + key), 422);
    }

    @Test
    void of_aLargerBoxThanTheOriginal_redirectsToTheCopyOfTheCanonicalOne() {
        renderer.size = new Dimensions(800, 600);

        assertRedirect(get("/4096x4096/webp/" + KEY), "/~stored/800x600/webp/" + KEY);
        assertThat(store.derivatives).containsOnlyKeys("800x600/webp/" + KEY, "~stored/800x600/webp/" + KEY);
    }

    /** Every request for the larger box reaches the function, because S3 has no derivative of that size. */
    @ParameterizedTest
    @CsvSource({"0, 0", "43199, 0", "43200, 1"})
    void of_aDerivativeThatWasFound_isCopiedAgainBeforeTheCopyExpires(long seconds, int times) {
        renderer.size = new Dimensions(800, 600);
        get("/4096x4096/webp/" + KEY);
        store.modified.put("~stored/800x600/webp/" + KEY, NOW);
        store.calls.clear();
        now = NOW.plusSeconds(seconds);

        assertRedirect(get("/4096x4096/webp/" + KEY), "/~stored/800x600/webp/" + KEY);

        assertThat(store.calls.stream().filter(("put ~stored/800x600/webp/" + KEY)::equals))
                .hasSize(times);
    }

    @Test
    void of_aCopyOfAFormerOriginal_isReplaced() {
        renderer.size = new Dimensions(800, 600);
        get("/4096x4096/webp/" + KEY);
        String copy = "~stored/800x600/webp/" + KEY;
        PutRequest former = stored(copy);
        store.originals.put(KEY, new byte[] {9});
        get("/800x600/webp/" + KEY);
        store.derivatives.put(copy, former);
        store.modified.put(copy, NOW);

        get("/4096x4096/webp/" + KEY);

        assertThat(stored(copy).originalEtag()).isEqualTo(MemoryStore.etag(new byte[] {9}));
    }

    @Test
    void of_ifUrlsAreSigned_redirectsToASignedUrl() {
        String location = header(answer(answers(SIGNED), request(PATH)), "location");

        long seconds = NOW.getEpochSecond();
        assertThat(location).startsWith(COPY + "?e=" + (seconds + 60) + "&s=");
        assertThat(isValid(location, seconds + 60)).isTrue();
        assertThat(isValid(location, seconds + 61)).isFalse();
        assertThat(isValid(location.replace("/~stored", ""), seconds)).isFalse();
    }

    private static boolean isValid(String location, long now) {
        int mark = location.indexOf('?');
        return SignedUrl.isValid(
                new JdkHmac(),
                new Signing(List.of(SIGNING_KEY), false),
                Key.ofPath(location.substring(0, mark)).path(),
                location.substring(mark + 1),
                Long.toString(now));
    }

    @Test
    void of_aCopyThatS3RefusesToReturn_is502() {
        get(PATH);

        assertError(get(COPY), 502);
        assertThat(log).anyMatch(line -> line.startsWith("NOTED") && line.contains("does not return it to CloudFront"));
    }

    @Test
    void of_aCopyThatExpired_redirectsToTheStoredDerivative() {
        get(PATH);
        store.derivatives.remove(COPY.substring(1));
        renderer.rendered.clear();

        assertRedirect(get(COPY), PATH);
        assertThat(renderer.rendered).isEmpty();
    }

    /** The derivative is stored before the redirection, so its own path is answered by S3 and not redirected back. */
    @Test
    void of_aCopyOfADerivativeThatExpiredToo_rendersItFirst() {
        assertRedirect(get(COPY), PATH);
        assertThat(store.derivatives).containsOnlyKeys(PATH.substring(1));
    }

    @Test
    void of_aCopyWithoutAnOriginal_is404() {
        assertError(get("/~stored/200x200/webp/none.jpg"), 404);
    }

    @Test
    void of_aCopyWithoutAnOriginal_isThePlaceholder() {
        renderer.rendering = (original, request) -> DERIVATIVE;
        store.originals.put("missing.png", ORIGINAL);

        Answer answer = answer(answers("{\"placeholder\":\"missing.png\"}"), request("/~stored/200x200/webp/none.jpg"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
    }

    @Test
    void of_aCopyThatCannotBeRead_is503() {
        store.failing.add("etag");

        assertError(get(COPY), 503);
    }

    @Test
    void of_thePathForALargerFunction_redirectsToTheDerivative() {
        assertRedirect(get("/~big" + PATH), PATH);
        assertThat(store.calls).isEmpty();
        assertThat(header(answer(answers(SIGNED), request("/~big" + PATH)), "location"))
                .startsWith(PATH + "?e=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/~stored/cat.jpg",
                "/~big/cat.jpg",
                "/~stored/201x200/webp/images/cat.jpg",
                "/~stored/~stored/200x200/webp/images/cat.jpg",
                "/200x200/webp/~stored/cat.jpg",
                "/200x200/webp/~big/cat.jpg"
            })
    void of_anyOtherPathInAFolder_is400(String path) {
        assertError(get(path), 400);
        assertThat(store.calls).isEmpty();
    }
}
