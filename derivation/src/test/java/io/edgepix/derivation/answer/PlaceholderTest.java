package io.edgepix.derivation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the picture that replaces a missing one. */
class PlaceholderTest extends AnswersFixture {
    private static final String CONFIG = "{\"placeholder\":\"missing.png\"}";
    private static final String MISSING = "/200x200/webp/none.jpg";

    @BeforeEach
    void placeholder() {
        store.originals.put("missing.png", new byte[] {9});
    }

    private Answer ask(String config) {
        return answer(answers(config), request(MISSING));
    }

    @Test
    void of_withoutAnOriginal_isThePlaceholderWith404() {
        Answer answer = ask(CONFIG);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(header(answer, "x-amz-meta-cache-tag"))
                .as("a purge of the new original removes it")
                .isEqualTo("none.jpg,missing.png");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void of_anySizeAndFormat_isAsRequested() {
        Answer answer = answer(answers(CONFIG), request("/300x/jpeg/none.jpg"));

        assertThat(header(answer, "content-type")).isEqualTo("image/jpeg");
        assertThat(renderer.rendered)
                .singleElement()
                .satisfies(request -> assertThat(request.size()).isEqualTo(new Size(300, 0)));
    }

    @ParameterizedTest
    @CsvSource({"404, no-store", "200, 'public, max-age=60'"})
    void of_anyStatusAndTime_isAsConfigured(int status, String cacheControl) {
        Answer answer = ask("{\"placeholder\":\"missing.png\",\"placeholderStatus\":" + status
                + ",\"cache\":{\"placeholder\":\"" + cacheControl + "\",\"missing\":\"public, max-age=1\"}}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(header(answer, "cache-control")).isEqualTo(cacheControl);
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void of_head_hasTheHeadersAlone() {
        Answer answer = answer(answers(CONFIG), request("HEAD", MISSING));

        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(answer.body()).isInstanceOf(Answer.None.class);
    }

    @Test
    void of_requestedAgain_isRenderedOnceWhileTheOriginalIsUnchanged() {
        PictureAnswers answers = answers(CONFIG);
        for (String key : List.of("none.jpg", "nothing.jpg")) {
            answer(answers, request("/200x200/webp/" + key));
        }
        assertThat(renderer.rendered).hasSize(1);

        store.originals.put("missing.png", new byte[] {8});
        renderer.rendering = (original, request) -> original;

        assertThat(body(answer(answers, request(MISSING)))).containsExactly(8);
    }

    @Test
    void of_withoutAPlaceholder_isA404WithASentence() {
        store.originals.remove("missing.png");

        assertPlain();
        assertThat(derivationLog.count(DerivationLog.Kind.PLACEHOLDER_FAILED)).isOne();
    }

    @Test
    void of_aBrokenPlaceholder_isA404WithASentence() {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(UnrenderableException.Reason.BROKEN, "It is cut short.");
        };

        assertPlain();
        assertThat(log).anyMatch(line -> line.startsWith("PLACEHOLDER_FAILED") && line.contains("cut short"));
    }

    @Test
    void of_aPlaceholderOverTheLimit_isA404WithASentence() {
        renderer.rendering = (original, request) -> new byte[1_000_000];

        assertPlain();
        assertThat(log).anyMatch(line -> line.startsWith("NOTED") && line.contains("too large"));
    }

    private void assertPlain() {
        Answer answer = ask(CONFIG);

        assertError(answer, 404);
        assertThat(header(answer, "x-amz-meta-cache-tag")).isEqualTo("none.jpg");
        assertThat(header(answer, "etag")).isEmpty();
    }
}
