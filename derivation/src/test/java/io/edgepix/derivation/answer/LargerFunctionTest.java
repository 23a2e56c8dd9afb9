package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which originals are left to the larger function. */
class LargerFunctionTest extends AnswersFixture {
    private static final String BIG = "/~big" + PATH;

    /** A file whose start is looked at. */
    private static final int LONG = (1 << 20) + 1;

    private static final String CONFIG = """
            {"maxBytes": 2000000, "maxPixels": 1000,
             "regional": {"big": {"maxBytes": 3000000, "maxPixels": 4000}}}""";

    private Answer ask(boolean looksInStore) {
        return answer(
                new PictureAnswers(ConfigReader.read(CONFIG), renderer, derivationLog, clock(), looksInStore, true),
                request(PATH));
    }

    @Test
    void of_anOriginalWithinTheLimits_isRendered() {
        assertThat(body(ask(false))).isEqualTo(DERIVATIVE);
        assertThat(store.calls).startsWith("head " + KEY, "get " + KEY).noneMatch(call -> call.startsWith("start"));
    }

    @Test
    void of_anOriginalWithTooManyBytes_isRedirectedWithoutFetchingIt() {
        store.originals.put(KEY, new byte[2_000_001]);

        assertRedirected(ask(false));
        assertThat(store.calls).containsExactly("head " + KEY);
    }

    @Test
    void of_anOriginalWithTooManyPixels_isRedirectedAfterItsStartIsRead() {
        store.originals.put(KEY, new byte[LONG]);
        renderer.start = Optional.of(new Dimensions(1001, 1));

        assertRedirected(ask(false));
        assertThat(store.calls).containsExactly("head " + KEY, "start " + KEY);
    }

    @Test
    void of_anOriginalWhoseStartHasNoSize_isRendered() {
        store.originals.put(KEY, new byte[LONG]);

        assertThat(body(ask(false))).isEqualTo(DERIVATIVE);
    }

    @Test
    void of_anOriginalThatTurnsOutToBeTooLarge_isRedirected() {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(
                    UnrenderableException.Reason.TOO_LARGE, "The picture takes too long to decode.");
        };

        assertRedirected(ask(false));
        assertThat(store.calls).contains("get " + KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "3000001, 0, The original has more than 3000000 bytes.",
        "1048577, 4001, The picture has 4001 pixels; at most 4000 are accepted."
    })
    void of_anOriginalOverTheLimitsOfBoth_isRefused(int bytes, int width, String sentence) {
        store.originals.put(KEY, new byte[bytes]);
        renderer.start = Optional.of(new Dimensions(Math.max(width, 1), 1));

        Answer answer = ask(false);

        assertError(answer, 413);
        assertThat(answer.body()).isEqualTo(new Answer.Text(sentence + "\n"));
    }

    @Test
    void of_aMissingOriginal_isMissing() {
        store.originals.clear();

        assertError(ask(false), 404);
    }

    @ParameterizedTest
    @CsvSource({"head, 503", "start, 200"})
    void of_anOriginalThatCannotBeLookedAt_isRenderedIfPossible(String failing, int status) {
        store.originals.put(KEY, new byte[LONG]);
        store.failing.add(failing);
        store.failing.add(failing.equals("head") ? "get" : "");

        assertThat(ask(false).status()).isEqualTo(status);
        assertThat(log).anyMatch(line -> line.startsWith("FETCH_FAILED"));
    }

    @Test
    void of_aStoredDerivativeOfALargeOriginal_isAnsweredFromTheBucket() {
        ask(false);
        store.originals.put(KEY, new byte[2_000_001]);
        store.calls.clear();

        assertThat(body(ask(true))).isEqualTo(DERIVATIVE);
        assertThat(store.calls).containsExactly("respond " + PATH.substring(1));
    }

    private static void assertRedirected(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo(BIG);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    }
}
