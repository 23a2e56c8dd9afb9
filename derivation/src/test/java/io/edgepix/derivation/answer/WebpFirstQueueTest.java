package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the WebP that is answered in place of an AVIF until the queue has rendered that. */
class WebpFirstQueueTest extends WebpFirstFixture {
    @Test
    void of_theFirstAnswerWithAQueue_asksForTheAvif() {
        Answer answer = answer(FROM_EDGE, request(AVIF_PATH));

        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(requests()).isOne();
        assertThat(log).contains("NOTED n=1 path=" + AVIF_PATH + " the queue is asked for it");
    }

    @Test
    void of_theRevalidationWithAQueue_isTheSameWebpWithoutFetchingTheOriginal() {
        Answer stale = answer(FROM_EDGE, request(AVIF_PATH));
        store.calls.clear();

        Answer answer = revalidate(FROM_EDGE, stale);

        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "etag")).isEqualTo(header(stale, "etag"));
        assertThat(store.calls).containsExactly("etag images/cat.jpg", "find 200x200/webp/images/cat.jpg");
        assertThat(rendered()).containsExactly(Format.WEBP);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 10", "60, 60", "3600, 3600", "80000, 3600"})
    void of_theLongerTheQueueTakes_theLessOftenItIsAsked(long seconds, long fresh) {
        Answer stale = answer(FROM_EDGE, request(AVIF_PATH));
        now = NOW.plusSeconds(seconds);

        assertThat(header(revalidate(FROM_EDGE, stale), "cache-control"))
                .isEqualTo("public, max-age=" + fresh + ", stale-while-revalidate=86400");
        assertThat(requests()).isOne();
    }

    @Test
    void of_theRevalidationAfterADay_asksTheQueueAgain() {
        Answer stale = answer(FROM_EDGE, request(AVIF_PATH));
        now = NOW.plusSeconds(86_410);

        Answer answer = revalidate(FROM_EDGE, stale);

        assertThat(requests()).isEqualTo(2);
        assertThat(header(answer, "etag")).startsWith("\"webp-first-1800086410-");
    }

    @Test
    void of_theFirstAnswerOfAnotherPlace_asksTheQueueOnce() {
        answer(FROM_EDGE, request(AVIF_PATH));
        now = NOW.plusSeconds(60);
        answer(FROM_EDGE, request(AVIF_PATH));

        assertThat(requests()).isOne();
    }

    @Test
    void of_theRevalidationAfterAChange_asksTheQueueAgain() {
        Answer stale = answer(FROM_EDGE, request(AVIF_PATH));
        store.originals.put(KEY, new byte[] {9});
        store.modified.put(KEY, NOW);
        renderer.rendering = (original, request) -> new byte[] {8};

        Answer answer = revalidate(FROM_EDGE, stale);

        assertThat(body(answer)).isEqualTo(new byte[] {8});
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void of_theRevalidationOfASmallOriginal_asksOnceAndFindsTheAvif() {
        renderer.size = new Dimensions(100, 75);
        Answer stale = answer(FROM_EDGE, request(AVIF_PATH));
        Answer again = revalidate(FROM_EDGE, stale);
        answer("\"avif\":true", request("/100x100/avif/images/cat.jpg"));

        Answer answer = revalidate(FROM_EDGE, again);

        assertThat(header(again, "etag")).isEqualTo(header(stale, "etag"));
        assertThat(requests()).isOne();
        assertThat(body(answer)).isEqualTo(AVIF);
    }

    @Test
    void of_aRequestThatCannotBeStored_isLoggedAndTheWebpIsAnswered() {
        store.failing.add("putEmpty");

        Answer answer = answer(FROM_EDGE, request(AVIF_PATH));

        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(log).anySatisfy(line -> assertThat(line).startsWith("REQUEST_FAILED n=1 path=" + AVIF_PATH));
    }
}
