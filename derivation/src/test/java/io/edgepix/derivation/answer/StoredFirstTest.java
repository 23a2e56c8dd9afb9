package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a function that looks into the bucket first. */
class StoredFirstTest extends AnswersFixture {
    private static final String STORED = PATH.substring(1);

    private Answer ask(String method, String path) {
        return answer(answers("{}", true), request(method, path));
    }

    private void store(byte[] picture, String cacheControl) {
        store.derivatives.put(
                STORED,
                new PutRequest(
                        picture, "image/webp", cacheControl, Optional.of("Accept, User-Agent"), "\"old\"", KEY, false));
        store.modified.put(STORED, NOW);
    }

    @Test
    void of_aStoredDerivative_isAnsweredWithoutTheOriginal() {
        store(DERIVATIVE, "public");
        now = NOW.plusSeconds(60);

        Answer answer = ask("GET", PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(header(answer, "last-modified")).isEqualTo("Fri, 15 Jan 2027 08:00:00 GMT");
        assertThat(header(answer, "vary")).isEqualTo("Accept, User-Agent");
        assertThat(header(answer, "x-amz-meta-cache-tag")).isEqualTo(KEY);
        assertThat(store.calls).containsExactly("respond " + STORED);
        assertThat(renderer.rendered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59, 'public, max-age=60'", "60, public"})
    void of_aYoungDerivative_isCachedForAMinute(long seconds, String cacheControl) {
        store(DERIVATIVE, "public");
        now = NOW.plusSeconds(seconds);

        assertThat(header(ask("GET", PATH), "cache-control")).isEqualTo(cacheControl);
    }

    @Test
    void of_aRevalidationOfAStoredDerivative_isNotModified() {
        store(DERIVATIVE, "public");
        now = NOW.plusSeconds(60);

        Answer answer = answer(answers("{}", true), revalidation("GET", PATH, MemoryStore.etag(DERIVATIVE)));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEqualTo(new Answer.None());
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
    }

    @Test
    void of_anotherObjectInPlaceOfTheDerivative_isAnsweredUnlessItIsTooLarge() {
        store.derivatives.put(STORED, new PutRequest(HEAVY, "image/webp", "", Optional.empty(), "", KEY, false));

        assertThat(body(ask("GET", PATH))).isEqualTo(DERIVATIVE);
    }

    @Test
    void of_aStoredDerivativeForHead_hasNoBody() {
        store(DERIVATIVE, "public");

        assertThat(ask("HEAD", PATH).body()).isEqualTo(new Answer.None());
    }

    @Test
    void of_aStoredDerivativeOverTheLimit_isCopiedAndRedirectedTo() {
        store(HEAVY, "public");

        Answer answer = ask("GET", PATH);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo("/~stored" + PATH);
        assertThat(stored("~stored/" + STORED).originalEtag()).isEqualTo("\"old\"");
        assertThat(renderer.rendered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "respond"})
    void of_aDerivativeThatIsNotStored_isRendered(String failing) {
        store.failing.add(failing);

        assertThat(body(ask("GET", PATH))).isEqualTo(DERIVATIVE);
        assertThat(stored(STORED).bytes()).isEqualTo(DERIVATIVE);
    }
}
