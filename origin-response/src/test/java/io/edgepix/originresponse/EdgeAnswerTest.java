package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests answers of about the largest size of a generated response. */
class EdgeAnswerTest extends HandlerFixture {
    private static final int LIMIT = 1_000_000;

    private String ask(int bytes, String key) {
        store.originals.put(key, ORIGINAL);
        renderer.rendering = (original, request) -> new byte[bytes];
        return handler("{}").handleJson(OriginEvent.missing("/200x200/webp/" + key));
    }

    private static int length(String answer) {
        return answer.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void handle_aroundTheLimit_countsTheWholeAnswer() {
        int empty = length(ask(0, "k"));
        int bytes = (LIMIT - empty) / 4 * 3;
        // The length of base64 is a multiple of four bytes. The key fills the rest, since the cache tag in the headers
        // contains it.
        int left = LIMIT - empty - bytes / 3 * 4;

        String below = ask(bytes - 3, "k".repeat(left + 4));
        String at = ask(bytes - 3, "k".repeat(left + 5));
        String above = ask(bytes - 3, "k".repeat(left + 6));

        assertThat(length(below)).isEqualTo(LIMIT - 1);
        assertThat(length(at)).isEqualTo(LIMIT);
        assertThat(at).contains("\"status\":\"200\"");
        assertThat(above).contains("\"status\":\"302\"");
    }

    @ParameterizedTest
    @CsvSource({"740000, 200", "749000, 200", "750000, 302", "786432, 302", "5000000, 302"})
    void handle_around1Megabyte_neverAnswersMore(int bytes, String status) {
        String answer = ask(bytes, "k");

        assertThat(answer).contains("\"status\":\"" + status + "\"");
        assertThat(answer.length()).isLessThanOrEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "403"})
    void handle_over1Megabyte_isRedirectedToTheCopyWithAnEmptyBody(String s3Status) {
        renderer.rendering = (original, request) -> new byte[LIMIT];

        var answer = invoke(handler("{}"), OriginEvent.of("GET", PATH, s3Status));

        assertThat(status(answer)).isEqualTo("302");
        assertThat(answer.get("statusDescription").getAsString()).isEqualTo("Found");
        assertThat(header(answer, "location")).isEqualTo("/~stored" + PATH);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.get("body").getAsString()).isEmpty();
        assertThat(answer.get("bodyEncoding").getAsString()).isEqualTo("text");
    }

    /** S3 refuses to return objects to CloudFront, for example because of their encryption. */
    @Test
    void handle_aCopyThatS3Refuses_is502() {
        renderer.rendering = (original, request) -> new byte[LIMIT];
        invoke(handler("{}"), OriginEvent.of("GET", PATH, "403"));

        assertError(invoke(handler("{}"), OriginEvent.of("GET", "/~stored" + PATH, "403")), "502");
    }

    @Test
    void handle_aSmallDerivativeIfS3Refuses_isAnswered() {
        for (int i = 0; i < 2; i++) {
            assertThat(status(invoke(handler("{}"), OriginEvent.of("GET", PATH, "403"))))
                    .isEqualTo("200");
        }
    }

    @Test
    void handle_aPlaceholderOver1Megabyte_is404() {
        renderer.rendering = (original, request) -> new byte[LIMIT];
        store.originals.put("missing.png", ORIGINAL);

        assertError(
                invoke(handler("{\"placeholder\":\"missing.png\"}"), OriginEvent.missing("/200x200/webp/none.jpg")),
                "404");
    }

    @Test
    void handle_theEtagInARequest_reachesTheAnswers() {
        String config = "{\"avif\":{\"first\":\"webp\"},\"pregenerate\":{\"fromEdge\":true}}";
        renderer.writes = Set.of(Format.values());
        String path = "/200x200/avif/" + KEY;
        String etag = header(invoke(handler(config), OriginEvent.missing(path)), "etag");
        now = NOW.plusSeconds(60);

        assertThat(header(invoke(handler(config), OriginEvent.revalidating("GET", path, etag)), "etag"))
                .as("the ETag contains the time of the first answer")
                .isEqualTo(etag);
    }
}
