package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the WebP that is answered in place of an AVIF, without the queue. */
class WebpFirstTest extends WebpFirstFixture {
    @Test
    void of_anAvifThatIsMissing_isAnsweredWithAWebp() {
        Answer answer = answer(CONFIG, request(AVIF_PATH));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "vary")).isEqualTo("Accept, User-Agent");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10, stale-while-revalidate=86400");
        assertThat(header(answer, "etag"))
                .isEqualTo("\"webp-first-1800000000-"
                        + MemoryStore.etag(DERIVATIVE).substring(1));
        assertThat(header(answer, "last-modified")).isEmpty();
        assertThat(header(answer, "x-amz-meta-cache-tag")).isEqualTo("images/cat.jpg");
        assertThat(rendered()).containsExactly(Format.WEBP);
        assertThat(store.derivatives).containsOnlyKeys("200x200/webp/images/cat.jpg");
        assertThat(requests()).isZero();
    }

    @Test
    void of_anAvifWhoseWebpIsStored_rendersNothing() {
        get(PATH);
        renderer.rendered.clear();

        Answer answer = answer(CONFIG, request(AVIF_PATH));

        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(rendered()).isEmpty();
    }

    @Test
    void of_anAvifWhoseWebpIsOfAFormerOriginal_rendersTheWebpAgain() {
        get(PATH);
        store.originals.put(KEY, new byte[] {9});

        answer(CONFIG, request(AVIF_PATH));

        assertThat(rendered()).containsExactly(Format.WEBP, Format.WEBP);
        assertThat(stored("200x200/webp/images/cat.jpg").originalEtag()).isEqualTo(MemoryStore.etag(new byte[] {9}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void of_theRevalidationOfTheWebp_isTheAvif(String method) {
        String etag = header(answer(CONFIG, request(AVIF_PATH)), "etag");

        Answer answer = answer(CONFIG, revalidation(method, AVIF_PATH, etag));

        assertThat(header(answer, "content-type")).isEqualTo("image/avif");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(AVIF));
        assertThat(stored("200x200/avif/images/cat.jpg").bytes()).isEqualTo(AVIF);
    }

    @Test
    void of_theRevalidation_hasTheCacheControlOfDerivatives() {
        Answer answer = revalidate(CONFIG, answer(CONFIG, request(AVIF_PATH)));

        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void of_theRevalidation_leavesNoObjectOfTheAttempt() {
        revalidate(CONFIG, answer(CONFIG, request(AVIF_PATH)));

        assertThat(store.calls)
                .containsSubsequence("putEmpty " + ATTEMPT, "put 200x200/avif/images/cat.jpg", "delete " + ATTEMPT);
        assertThat(store.originals).containsOnlyKeys(KEY);
    }

    /** An AVIF that takes too long ends the process. CloudFront sends the same request again, 10 s after the failure. */
    @Test
    void of_anAvifThatEndsTheProcess_isTriedOnceAnHour() {
        Answer cached = answer(CONFIG, request(AVIF_PATH));
        renderer.rendering = (original, request) -> {
            throw new ProcessDeath();
        };
        int attempts = 0;
        int answers = 0;
        for (Duration age = Duration.ofSeconds(10); age.compareTo(Duration.ofHours(24)) < 0; ) {
            now = NOW.plus(age);
            try {
                cached = revalidate(CONFIG, cached);
                answers++;
                age = age.plusSeconds(maxAge(cached));
            } catch (ProcessDeath e) {
                attempts++;
                age = age.plusSeconds(25 + 10);
            }
            assertThat(header(cached, "content-type")).isEqualTo("image/webp");
        }

        assertThat(attempts).isBetween(12, 24);
        assertThat(answers).isLessThan(40);
    }

    private static long maxAge(Answer answer) {
        return Long.parseLong(header(answer, "cache-control").replaceAll(".*max-age=(\\d+),.*", "$1"));
    }

    @Test
    void of_anAvifThatFailed_isAWebpThatIsKeptLonger() {
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        failAvif();
        now = NOW.plusSeconds(10);
        assertError(revalidate(CONFIG, stale), 422);
        now = NOW.plusSeconds(45);

        Answer answer = revalidate(CONFIG, stale);

        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "etag")).isEqualTo(header(stale, "etag"));
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=45, stale-while-revalidate=86400");
    }

    @ParameterizedTest
    @CsvSource({"3609, false", "3610, true"})
    void of_anAvifThatFailed_isTriedAgainAfterAnHour(long seconds, boolean isTried) {
        failAvif();
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        now = NOW.plusSeconds(10);
        revalidate(CONFIG, stale);
        writeAvif();
        now = NOW.plusSeconds(seconds);

        Answer answer = revalidate(CONFIG, stale);

        assertThat(header(answer, "content-type").equals("image/avif")).isEqualTo(isTried);
    }

    @Test
    void of_anAvifThatFailed_isTriedAgainForAChangedOriginal() {
        failAvif();
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        now = NOW.plusSeconds(10);
        revalidate(CONFIG, stale);
        writeAvif();
        store.originals.put(KEY, new byte[] {9});
        store.modified.put(KEY, NOW.plusSeconds(30));
        now = NOW.plusSeconds(45);

        assertThat(header(revalidate(CONFIG, stale), "content-type")).isEqualTo("image/avif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"putEmpty", "head"})
    void of_anAttemptThatCannotBeStored_isTheWebpAndLogged(String verb) {
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        store.failing.add(verb);

        Answer answer = revalidate(CONFIG, stale);

        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(log).anySatisfy(line -> assertThat(line).startsWith("REQUEST_FAILED n=1 path=" + AVIF_PATH));
    }

    @Test
    void of_anAttemptThatCannotBeDeleted_isTheAvif() {
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        store.failing.add("delete");

        assertThat(header(revalidate(CONFIG, stale), "content-type")).isEqualTo("image/avif");
        assertThat(log).anySatisfy(line -> assertThat(line).startsWith("DELETE_FAILED n=1 path=/" + ATTEMPT));
    }

    private void failAvif() {
        renderer.rendering = (original, request) -> {
            if (request.format() == Format.AVIF) {
                throw new UnrenderableException(UnrenderableException.Reason.BROKEN, "It is cut short.");
            }
            return DERIVATIVE;
        };
    }

    @ParameterizedTest
    @CsvSource({"86409, image/avif", "86410, image/webp"})
    void of_aRevalidationForWhichAViewerWaits_isAWebp(long seconds, String contentType) {
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        now = NOW.plusSeconds(seconds);

        assertThat(header(revalidate(CONFIG, stale), "content-type")).isEqualTo(contentType);
    }

    @Test
    void of_anEtagOfSomethingElse_isNoRevalidationOfTheWebp() {
        Answer answer = answer(CONFIG, revalidation("GET", AVIF_PATH, MemoryStore.etag(DERIVATIVE)));

        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
    }

    @Test
    void of_head_hasTheHeadersOfTheWebpAndIsNotCached() {
        Answer answer = answer(CONFIG, request("HEAD", AVIF_PATH));

        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.body()).isInstanceOf(Answer.None.class);
    }

    @Test
    void of_aQuality_isThatOfTheWebpToo() {
        answer(CONFIG, request("/200x200-cover-fp30x50-q60/avif/images/cat.jpg"));
        answer(CONFIG, request("/100x100-q80/avif/images/cat.jpg"));

        assertThat(store.derivatives)
                .containsOnlyKeys("200x200-cover-fp30x50-q60/webp/images/cat.jpg", "100x100/webp/images/cat.jpg");
    }

    @Test
    void of_aSmallOriginalWhoseAvifIsStored_isTheAvif() {
        renderer.size = new Dimensions(100, 75);
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        revalidate(CONFIG, stale);

        Answer answer = answer(CONFIG, request("/300x300/avif/images/cat.jpg"));

        assertThat(store.derivatives).containsOnlyKeys("100x100/webp/images/cat.jpg", "100x100/avif/images/cat.jpg");
        assertThat(body(answer)).isEqualTo(AVIF);
        assertThat(header(answer, "content-type")).isEqualTo("image/avif");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(AVIF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "webp"})
    void of_anOriginalThatMayBeAnimated_isTheAvifImmediately(String extension) {
        store.originals.put("a." + extension, ORIGINAL);

        Answer answer = answer(CONFIG, request("/200x200/avif/a." + extension));

        assertThat(header(answer, "content-type")).isEqualTo("image/avif");
    }

    @Test
    void of_withoutTheOption_isTheAvifImmediately() {
        Answer answer = answer("\"avif\":true", request(AVIF_PATH));

        assertThat(header(answer, "content-type")).isEqualTo("image/avif");
    }

    @Test
    void of_aMissingOriginal_isThePlaceholderAsWebp() {
        store.originals.remove(KEY);
        store.originals.put("none.png", ORIGINAL);
        String config = CONFIG + ",\"placeholder\":\"none.png\"";

        Answer answer = answer(config, request(AVIF_PATH));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void of_aMissingOriginalOfARevalidation_is404() {
        Answer stale = answer(CONFIG, request(AVIF_PATH));
        store.originals.remove(KEY);

        assertError(revalidate(CONFIG, stale), 404);
        assertError(revalidate(FROM_EDGE, stale), 404);
    }

    @Test
    void of_aWebpOver1Megabyte_isRedirectedToBriefly() {
        renderer.rendering = (original, request) -> new byte[1_000_000];

        Answer answer = answer(CONFIG, request(AVIF_PATH));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo("/~stored" + PATH);
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        assertThat(store.derivatives).containsOnlyKeys(PATH.substring(1), "~stored" + PATH);
    }

    @Test
    void of_aWebpThatCannotBeStored_isAnswered() {
        store.failing.add("put");

        Answer answer = answer(CONFIG, request(AVIF_PATH));

        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
    }
}
