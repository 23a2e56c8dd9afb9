package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests requests to the queue for originals over the limits of the edge, and the folders that are closed to viewers. */
class DerivativeRequestsTest extends AnswersFixture {
    private static final String FROM_EDGE = "\"pregenerate\":{\"fromEdge\":true}";
    private static final String REQUEST = "putEmpty .edgepix/requests" + PATH;

    private Answer answer(String config, String path) {
        return answer(answers("{" + config + "}"), request(path));
    }

    private void refuse(Reason reason) {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(reason, "The original has too many pixels.");
        };
    }

    @Test
    void of_anOriginalWithTooManyBytes_is413AndAskedForOnce() {
        Answer answer = answer(FROM_EDGE + ",\"maxBytes\":2", PATH);

        assertError(answer, 413);
        assertThat(store.calls).containsExactly("get images/cat.jpg", "head .edgepix/requests" + PATH, REQUEST);
    }

    @Test
    void of_anOriginalWithTooManyPixels_is413AndAskedForOnce() {
        refuse(Reason.TOO_LARGE);

        assertError(answer(FROM_EDGE, PATH), 413);
        assertThat(store.calls).containsOnlyOnce(REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "86399, 1", "86400, 2"})
    void of_anOriginalThatIsRefusedAgain_isAskedForOnceADay(long seconds, int times) {
        answer(FROM_EDGE + ",\"maxBytes\":2", PATH);
        now = NOW.plusSeconds(seconds);

        assertError(answer(FROM_EDGE + ",\"maxBytes\":2", PATH), 413);

        assertThat(store.calls.stream().filter(REQUEST::equals)).hasSize(times);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 2", "5, 2"})
    void of_anOriginalThatChangedAfterTheRequest_isAskedForAgain(long seconds, int times) {
        answer(FROM_EDGE + ",\"maxBytes\":2", PATH);
        store.modified.put(KEY, NOW.plusSeconds(seconds));
        now = NOW.plusSeconds(10);

        assertError(answer(FROM_EDGE + ",\"maxBytes\":2", PATH), 413);

        assertThat(store.calls.stream().filter(REQUEST::equals)).hasSize(times);
    }

    @Test
    void of_aRequestThatFails_isLoggedAndTheAnswerStays() {
        store.failing.add("putEmpty");

        assertError(answer(FROM_EDGE + ",\"maxBytes\":2", PATH), 413);
        assertThat(log).anySatisfy(line -> assertThat(line).startsWith("REQUEST_FAILED n=1 path=" + PATH));
    }

    @Test
    void of_aRequestWhoseKeyWouldBeTooLong_isLoggedAndNotStored() {
        String key = "k".repeat(1024 - "200x200/webp/".length());
        store.originals.put(key, ORIGINAL);

        assertError(answer(FROM_EDGE + ",\"maxBytes\":2", "/200x200/webp/" + key), 413);
        assertThat(store.calls).containsExactly("get " + key);
        assertThat(log).singleElement().asString().contains("over 1024 bytes");
    }

    @Test
    void of_withoutAQueue_asksForNothing() {
        assertError(answer("\"maxBytes\":2", PATH), 413);
        assertThat(store.calls).containsExactly("get images/cat.jpg");
    }

    @Test
    void of_anOtherRefusal_asksForNothing() {
        refuse(Reason.BROKEN);

        assertError(answer(FROM_EDGE, PATH), 422);
        assertThat(store.calls).doesNotContain(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/200x200/webp/.edgepix/jobs/a/job.json",
                "/200x200/webp/%2Eedgepix/cat.jpg",
                "/200x200/webp/.edgepix%2Fcat.jpg"
            })
    void of_anObjectInTheFolderOfRequests_is404(String path) {
        store.originals.put(".edgepix/cat.jpg", ORIGINAL);
        store.originals.put(".edgepix/jobs/a/job.json", ORIGINAL);

        Answer answer = answer(FROM_EDGE, path);

        assertError(answer, 404);
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/200x200/webp/invoices/signature.png",
                "/200x200/webp/%69nvoices%2Fsignature.png",
                "/~stored/200x200/webp/invoices/signature.png",
                "/~big/200x200/webp/invoices/signature.png",
                "/200x200/webp/invoices/missing.png"
            })
    void of_anOriginalInThePrivateFolderForDocuments_is404(String path) {
        store.originals.put("invoices/signature.png", ORIGINAL);

        Answer answer = answer("\"documents\":{\"prefix\":\"invoices/\"}", path);

        assertError(answer, 404);
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"prefix\":\"invoices/\",\"public\":true", "\"prefix\":\"images/\""})
    void of_anOriginalInAFolderThatIsNotPrivate_isRendered(String documents) {
        store.originals.put("invoices/signature.png", ORIGINAL);

        Answer answer = answer("\"documents\":{" + documents + "}", "/200x200/webp/invoices/signature.png");

        assertThat(answer.status()).isEqualTo(200);
    }
}
