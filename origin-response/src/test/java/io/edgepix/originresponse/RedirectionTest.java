package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import io.edgepix.imaging.model.Dimensions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests derivatives of about the largest size of an answer. */
class RedirectionTest extends HandlerFixture {
    private static final int LIMIT = 1_000_000;
    private static final byte[] HEAVY = new byte[1_000_000];
    private static final String SIGNING_KEY = "a-key-that-is-long-enough-for-a-signature";

    private void renderHeavy() {
        renderer.rendering = (original, request) -> HEAVY;
    }

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

    @Test
    void handle_over1Megabyte_isStoredAndRedirectedTo() {
        renderHeavy();

        JsonObject answer = get(PATH);

        assertThat(status(answer)).isEqualTo("302");
        assertThat(header(answer, "location")).isEqualTo(PATH);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.get("body").getAsString()).isEmpty();
        assertThat(stored(PATH.substring(1)).bytes()).isEqualTo(HEAVY);
    }

    @ParameterizedTest
    @CsvSource({"740000, 200", "749000, 200", "750000, 302", "786432, 302", "5000000, 302"})
    void handle_around1Megabyte_neverAnswersMore(int bytes, String status) {
        String answer = ask(bytes, "k");

        assertThat(answer).contains("\"status\":\"" + status + "\"");
        assertThat(answer.length()).isLessThanOrEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void handle_over1MegabyteAndNotStored_is503(String method) {
        renderHeavy();
        store.failing.add("put");

        for (String s3Status : List.of("404", "403")) {
            JsonObject answer = invoke(handler("{}"), OriginEvent.of(method, PATH, s3Status));

            assertThat(status(answer)).isEqualTo("503");
            assertThat(header(answer, "location")).isEmpty();
        }
    }

    @Test
    void handle_refusedAndStoredNow_isRedirectedOnceAndThen502() {
        renderHeavy();

        JsonObject first = invoke(handler("{}"), OriginEvent.of("GET", PATH, "403"));
        JsonObject second = invoke(handler("{}"), OriginEvent.of("GET", PATH, "403"));

        assertThat(status(first)).isEqualTo("302");
        assertError(second, "502");
        assertThat(log).anyMatch(line -> line.startsWith("NOTED") && line.contains("does not return it to CloudFront"));
    }

    @Test
    void handle_aLargeDerivativeOfUnknownEtag_isNotRedirected() {
        renderHeavy();
        store.before.put("get", () -> store.failing.remove("etag"));
        store.failing.add("etag");

        assertError(invoke(handler("{}"), OriginEvent.of("GET", PATH, "403")), "502");
    }

    @Test
    void handle_aSmallDerivativeIfS3Refuses_isAnswered() {
        for (int i = 0; i < 2; i++) {
            assertThat(status(invoke(handler("{}"), OriginEvent.of("GET", PATH, "403"))))
                    .isEqualTo("200");
        }
    }

    @Test
    void handle_aLargerBoxThanTheOriginal_redirectsToTheCanonicalOneAndEndsThere() {
        renderHeavy();
        renderer.size = new Dimensions(800, 600);
        String larger = "/4096x4096/webp/" + KEY;

        for (String s3Status : List.of("404", "403", "403")) {
            JsonObject answer = invoke(handler("{}"), OriginEvent.of("GET", larger, s3Status));

            assertThat(header(answer, "location")).isEqualTo("/800x600/webp/" + KEY);
        }
        assertError(invoke(handler("{}"), OriginEvent.of("GET", "/800x600/webp/" + KEY, "403")), "502");
    }

    @Test
    void handle_ifUrlsAreSigned_redirectsToASignedUrl() {
        renderHeavy();
        String config = "{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"]}}";

        String location = header(invoke(handler(config), OriginEvent.missing(PATH)), "location");

        long now = NOW.getEpochSecond();
        assertThat(location).startsWith(PATH + "?e=" + (now + 60) + "&s=");
        assertThat(isValid(location, now + 60)).isTrue();
        assertThat(isValid(location, now + 61)).isFalse();
    }

    private static boolean isValid(String location, long now) {
        int mark = location.indexOf('?');
        return SignedUrl.isValid(
                new JdkHmac(),
                new Signing(List.of(SIGNING_KEY), false),
                Key.ofPath(location.substring(0, mark)).path(),
                location.substring(mark + 1),
                Long.toString(now));
    }
}
