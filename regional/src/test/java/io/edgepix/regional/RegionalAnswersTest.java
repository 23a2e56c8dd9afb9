package io.edgepix.regional;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.FakeRenderer;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.regional.Environment.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the answers of both functions, with a bucket in memory. */
class RegionalAnswersTest {
    private static final String KEY = "images/cat.jpg";
    private static final String PATH = "/200x200/webp/" + KEY;
    private static final String STORED = PATH.substring(1);

    private final MemoryStore store = new MemoryStore();
    private final FakeRenderer renderer = new FakeRenderer();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void upload() {
        store.originals.put(KEY, new byte[] {1, 2, 3});
        store.originals.put("invoices/1.pdf", new byte[] {1, 2, 3});
    }

    private Answer ask(Role role, String method, String path) {
        Environment environment =
                new Environment("", "", role, role == Role.FIRST, role == Role.BIG, Path.of(""), false);
        Config config = ConfigReader.read("{\"documents\":{\"prefix\":\"invoices/\"}}");
        return new RegionalAnswers(
                        environment, config, renderer, () -> store, new DerivationLog(log::add), InstantSource.system())
                .of(new AnswerRequest(method, path, Optional.empty()));
    }

    private Answer get(String path) {
        return ask(Role.FIRST, "GET", path);
    }

    @Test
    void of_aDerivative_isRenderedAndStored() {
        Answer answer = get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "image/webp");
        assertThat(store.derivatives).containsKey(STORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "OPTIONS", "DELETE", "get"})
    void of_anotherMethod_isNotAllowed(String method) {
        Answer answer = ask(Role.FIRST, method, PATH);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET, HEAD");
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/images/missing.jpg, 404, There is no such picture.",
        "/.edgepix/priming, 404, There is no such picture.",
        "/invoices/1.pdf, 404, There is no such picture.",
        "/invoices/missing.pdf, 404, There is no such picture.",
        "/200x200/webp/invoices/1.pdf, 404, There is no such picture.",
        "/images/cat.jpg, 503, The picture could not be read; try again later.",
        "/, 400, The URL does not name a picture.",
        "/a/../b, 400, The URL does not name a picture.",
        "/%FF, 400, The URL does not name a picture."
    })
    void of_anOriginalThatS3DidNotReturn_isAnError(String path, int status, String sentence) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(new Answer.Text(sentence + "\n"));
        assertThat(answer.headers())
                .containsEntry("content-type", "text/plain; charset=utf-8")
                .containsEntry(
                        "cache-control", ConfigReader.defaults().caching().of(status));
    }

    @Test
    void of_anOriginalIfTheBucketFails_isAnErrorOfOurs() {
        store.failing.add("etag");

        assertThat(get("/images/cat.jpg").status()).isEqualTo(503);
        assertThat(log).singleElement().asString().startsWith("FETCH_FAILED");
    }

    @Test
    void of_aLargeOriginal_isRedirectedToTheLargerFunctionWhichRendersIt() {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(UnrenderableException.Reason.TOO_LARGE, "Too many pixels.");
        };
        Answer first = get(PATH);
        renderer.rendering = (original, request) -> FakeRenderer.derivative();

        Answer big = ask(Role.BIG, "GET", "/~big" + PATH);

        assertThat(first.status()).isEqualTo(302);
        assertThat(first.headers())
                .containsEntry("location", "/~big" + PATH)
                .containsEntry("cache-control", "no-store");
        assertThat(big.status()).isEqualTo(200);
        assertThat(store.derivatives).containsOnlyKeys(STORED);
    }

    @Test
    void of_aStoredDerivativeInTheLargerFunction_isNotRenderedAgain() {
        get(PATH);
        int before = renderer.rendered.size();

        assertThat(ask(Role.BIG, "GET", "/~big" + PATH).status()).isEqualTo(200);
        assertThat(renderer.rendered).hasSize(before);
    }

    @Test
    void of_aPictureOverTheLimit_isStoredTwiceAndRedirectedTo() {
        renderer.rendering = (original, request) -> new byte[RegionalAnswers.MAX_PICTURE + 1];

        Answer answer = get(PATH);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "/~stored" + PATH);
        assertThat(store.derivatives).containsOnlyKeys(STORED, "~stored/" + STORED);
    }

    @Test
    void of_aPictureAtTheLimit_isAnswered() {
        renderer.rendering = (original, request) -> new byte[RegionalAnswers.MAX_PICTURE];

        assertThat(get(PATH).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/201x200/webp/images/cat.jpg", "/200x200-q101/webp/images/cat.jpg"})
    void of_aDerivativeThatIsNotOffered_isRefused(String path) {
        assertThat(get(path).status()).isEqualTo(400);
    }
}
