package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.FakeRenderer;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks for answers with a bucket in memory. */
class AnswersFixture {
    static final String PATH = "/200x200/webp/images/cat.jpg";
    static final String KEY = "images/cat.jpg";
    static final byte[] ORIGINAL = {1, 2, 3};
    static final byte[] DERIVATIVE = FakeRenderer.derivative();
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    /** Less than {@code HEAVY}, a picture that tests render. */
    static final int MAX_BYTES = 900_000;

    static final byte[] HEAVY = new byte[1_000_000];

    final MemoryStore store = new MemoryStore();
    final List<String> log = new ArrayList<>();
    final DerivationLog derivationLog = new DerivationLog(log::add);
    final FakeRenderer renderer = new FakeRenderer();

    /** The time of the function and of the bucket. */
    Instant now = NOW;

    AnswersFixture() {
        store.originals.put(KEY, ORIGINAL);
        store.clock = () -> now;
    }

    static AnswerRequest request(String path) {
        return request("GET", path);
    }

    static AnswerRequest request(String method, String path) {
        return new AnswerRequest(method, path, Optional.empty());
    }

    /** Returns the request by which a cache revalidates a stale answer. */
    static AnswerRequest revalidation(String method, String path, String etag) {
        return new AnswerRequest(method, path, Optional.of(etag));
    }

    PictureAnswers answers(String config) {
        return answers(config, false);
    }

    PictureAnswers answers(String config, boolean looksInStore) {
        return new PictureAnswers(ConfigReader.read(config), renderer, derivationLog, clock(), looksInStore);
    }

    InstantSource clock() {
        return () -> now;
    }

    PutRequest stored(String key) {
        return Objects.requireNonNull(store.derivatives.get(key), key);
    }

    Answer get(String path) {
        return answer(answers("{}"), request(path));
    }

    Answer answer(PictureAnswers answers, AnswerRequest request) {
        return answers.of(request, () -> store, AnswerLimit.ofPicture(MAX_BYTES))
                .orElseThrow();
    }

    static void assertError(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(header(answer, "cache-control"))
                .isEqualTo(ConfigReader.defaults().caching().of(status));
        assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body())
                .isInstanceOfSatisfying(
                        Answer.Text.class,
                        body -> assertThat(body.text())
                                .endsWith(".\n")
                                .hasLineCount(1)
                                .doesNotContain("secret"));
    }

    static byte[] body(Answer answer) {
        return ((Answer.Picture) answer.body()).bytes();
    }

    /** Returns the value of a header, or an empty text if there is none. */
    static String header(Answer answer, String name) {
        return answer.headers().getOrDefault(name, "");
    }
}
