package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests AVIF paths of originals over the limits of the edge, whose WebP the pregenerate stack has stored. */
class OverLimitAvifTest extends AnswersFixture {
    private static final String AVIF_PATH = "/200x200/avif/images/cat.jpg";
    private static final String WEBP_KEY = "200x200/webp/images/cat.jpg";
    private static final String REQUEST = "putEmpty .edgepix/requests" + AVIF_PATH;
    private static final String WEBP_FIRST = "\"avif\":{\"first\":\"webp\"}";
    private static final String AVIF = "\"avif\":true";
    private static final String FROM_EDGE = ",\"pregenerate\":{\"fromEdge\":true}";

    @BeforeEach
    void storeWebpAndRefuseTheOriginal() {
        renderer.writes = Set.of(Format.AVIF, Format.WEBP, Format.JPEG, Format.PNG);
        get(PATH);
        refuse(Reason.TOO_LARGE);
        store.calls.clear();
    }

    private void refuse(Reason reason) {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(reason, "The original has too many pixels.");
        };
    }

    private Answer answer(String config, AnswerRequest request) {
        return answer(answers("{" + config + "}"), request);
    }

    private Answer revalidate(String config, Answer stale) {
        return answer(config, revalidation("GET", AVIF_PATH, header(stale, "etag")));
    }

    private static String webpFirstEtag(long time) {
        return "\"webp-first-" + time + "-" + MemoryStore.etag(DERIVATIVE).substring(1);
    }

    private static void assertWebp(Answer answer, long seconds) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "vary")).isEqualTo("Accept, User-Agent");
        assertThat(header(answer, "cache-control"))
                .isEqualTo("public, max-age=" + seconds + ", stale-while-revalidate=86400");
        assertThat(header(answer, "etag")).isEqualTo(webpFirstEtag(1_800_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF, WEBP_FIRST + FROM_EDGE, AVIF + FROM_EDGE})
    void of_anOriginalWithTooManyPixels_isTheStoredWebp(String config) {
        assertWebp(answer(config, request(AVIF_PATH)), 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF, WEBP_FIRST + FROM_EDGE, AVIF + FROM_EDGE})
    void of_anOriginalWithTooManyBytes_isTheStoredWebp(String config) {
        assertWebp(answer(config + ",\"maxBytes\":2", request(AVIF_PATH)), 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF})
    void of_head_hasTheHeadersOfTheStoredWebpAndIsNotCached(String config) {
        Answer answer = answer(config + ",\"maxBytes\":2", request("HEAD", AVIF_PATH));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "etag")).isEqualTo(webpFirstEtag(1_800_000_000));
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.body()).isInstanceOf(Answer.None.class);
    }

    /** With the option and no queue, the first revalidation is an attempt to render the AVIF. */
    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF, WEBP_FIRST + FROM_EDGE, AVIF + FROM_EDGE})
    void of_everyRevalidation_isTheSameWebpThatIsKeptLonger(String config) {
        String small = config + ",\"maxBytes\":2";
        Answer first = answer(small, request(AVIF_PATH));
        now = NOW.plusSeconds(20);
        Answer second = revalidate(small, first);
        now = NOW.plusSeconds(50);
        Answer third = revalidate(small, second);

        assertWebp(second, 20);
        assertWebp(third, 50);
    }

    @Test
    void of_aRefusedAttempt_isAttemptedAgainAfterAnHour() {
        Answer stale = answer(WEBP_FIRST, request(AVIF_PATH));
        revalidate(WEBP_FIRST, stale);
        renderer.rendering = (original, request) -> new byte[] {7};
        now = NOW.plusSeconds(3_599);
        Answer before = revalidate(WEBP_FIRST, stale);
        now = NOW.plusSeconds(3_600);
        Answer after = revalidate(WEBP_FIRST, stale);

        assertWebp(before, 3_599);
        assertThat(header(after, "content-type")).isEqualTo("image/avif");
    }

    @Test
    void of_withoutTheOption_leavesNoObjectOfAnAttempt() {
        revalidate(AVIF, answer(AVIF, request(AVIF_PATH)));

        assertThat(store.calls).noneMatch(call -> call.startsWith("putEmpty"));
    }

    @Test
    void of_withoutTheOption_isTheAvifOnceTheOriginalIsWithinTheLimits() {
        Answer stale = answer(AVIF, request(AVIF_PATH));
        renderer.rendering = (original, request) -> new byte[] {7};

        assertThat(header(revalidate(AVIF, stale), "content-type")).isEqualTo("image/avif");
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "86409, 1", "86410, 2"})
    void of_revalidationsWithAQueue_askForTheAvifOnceADay(long seconds, int times) {
        for (String option : new String[] {WEBP_FIRST, AVIF}) {
            store.calls.clear();
            store.originals.keySet().retainAll(Set.of(KEY));
            String config = option + FROM_EDGE + ",\"maxBytes\":2";
            now = NOW;
            Answer stale = answer(config, request(AVIF_PATH));
            now = NOW.plusSeconds(seconds);
            revalidate(config, stale);

            assertThat(store.calls.stream().filter(REQUEST::equals)).as(option).hasSize(times);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF})
    void of_aWebpOfAFormerOriginal_is413AndAskedFor(String option) {
        store.originals.put(KEY, new byte[] {9, 9, 9});

        assertError(answer(option + FROM_EDGE + ",\"maxBytes\":2", request(AVIF_PATH)), 413);
        assertThat(store.calls).containsOnlyOnce(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF})
    void of_noStoredWebp_is413AndAskedFor(String option) {
        store.derivatives.remove(WEBP_KEY);

        assertError(answer(option + FROM_EDGE, request(AVIF_PATH)), 413);
        assertThat(store.calls).containsOnlyOnce(REQUEST);
    }

    /** The default quality of WebP is 80, so its path does not contain that quality. */
    @ParameterizedTest
    @CsvSource({"q80, 200", "q60, 413"})
    void of_aQuality_isThatOfTheWebpToo(String quality, int status) {
        Answer answer = answer(AVIF + ",\"maxBytes\":2", request("/200x200-" + quality + "/avif/images/cat.jpg"));

        assertThat(answer.status()).isEqualTo(status);
    }

    /** An AVIF can need more memory than there is, although the WebP does not. */
    @Test
    void of_aRefusedAttemptForASmallOriginal_isTheWebpOfItsOwnSize() {
        store.derivatives.clear();
        renderer.size = new Dimensions(100, 75);
        renderer.rendering = (original, request) -> {
            if (request.format() == Format.AVIF) {
                throw new UnrenderableException(Reason.TOO_LARGE, "Rendering needs more memory than is available.");
            }
            return DERIVATIVE;
        };
        Answer stale = answer(WEBP_FIRST, request(AVIF_PATH));
        now = NOW.plusSeconds(20);

        assertWebp(revalidate(WEBP_FIRST, stale), 20);
        assertThat(store.derivatives).containsOnlyKeys("100x100/webp/images/cat.jpg");
        assertThat(store.originals).containsKey(".edgepix/attempts" + AVIF_PATH);
    }

    @Test
    void of_anOriginalThatMayBeAnimated_is413() {
        store.originals.put("a.gif", ORIGINAL);
        renderer.rendering = (original, request) -> DERIVATIVE;
        get("/200x200/webp/a.gif");

        assertError(answer(AVIF + ",\"maxBytes\":2", request("/200x200/avif/a.gif")), 413);
    }

    @Test
    void of_anOtherRefusal_isNoWebp() {
        refuse(Reason.BROKEN);

        assertError(answer(AVIF, request(AVIF_PATH)), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_FIRST, AVIF})
    void of_anEtagThatCannotBeRead_is503(String option) {
        store.failing.add("etag");

        assertError(answer(option + ",\"maxBytes\":2", request(AVIF_PATH)), 503);
    }

    @Test
    void of_aStoredWebpOver1Megabyte_isRedirectedToBriefly() {
        renderer.rendering = (original, request) -> new byte[1_000_000];
        store.derivatives.clear();
        get(PATH);

        Answer answer = answer(AVIF + ",\"maxBytes\":2", request(AVIF_PATH));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo("/~stored" + PATH);
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
    }
}
