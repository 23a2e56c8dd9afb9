package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginResponseHandlerTest extends HandlerFixture {
    @Test
    void handle_aMissingDerivative_isRenderedStoredAndAnswered() {
        JsonObject answer = invoke(OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(answer.get("bodyEncoding").getAsString()).isEqualTo("base64");
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "etag")).isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(header(answer, "last-modified")).isEqualTo(MemoryStore.DATE);
        assertThat(header(answer, "x-amz-meta-cache-tag")).isEqualTo("images/cat.jpg");
        assertThat(renderer.rendered)
                .containsExactly(new RenderRequest(new Size(200, 200), Fit.CONTAIN, Format.WEBP, 80, 0xFFFFFF));
        assertThat(log).containsExactly("MADE n=1 path=" + PATH + " 3 to 2 bytes");
        assertThat(store.derivatives).containsOnlyKeys("200x200/webp/images/cat.jpg");
        assertThat(store.derivatives.get("200x200/webp/images/cat.jpg")).satisfies(stored -> {
            assertThat(stored.bytes()).isEqualTo(DERIVATIVE);
            assertThat(stored.contentType()).isEqualTo("image/webp");
            assertThat(stored.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
            assertThat(stored.originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL));
            assertThat(stored.cacheTag()).isEqualTo("images/cat.jpg");
        });
    }

    @Test
    void handle_optionsInThePath_reachTheRenderer() {
        Config config = ConfigReader.read("{\"background\":\"#102030\"}");

        invoke(handler(config, store), OriginEvent.missing("/200x300-cover-fp30x50-q60/jpeg/images/cat.jpg"));

        assertThat(renderer.rendered)
                .containsExactly(
                        new RenderRequest(new Size(200, 300), Fit.COVER, new Focus(30, 50), Format.JPEG, 60, 0x102030));
    }

    @Test
    void handle_readOnlyHeaders_stayAndThoseOfS3AreRemoved() {
        for (String path : List.of(PATH, "/200x200/webp/nothing.jpg", "/201x200/webp/images/cat.jpg")) {
            JsonObject answer = invoke(OriginEvent.missing(path));

            assertThat(header(answer, "transfer-encoding")).isEqualTo("chunked");
            assertThat(header(answer, "via")).isEqualTo("1.1 origin");
            assertThat(answer.getAsJsonObject("headers").keySet()).doesNotContain("x-amz-request-id", "server", "date");
        }
    }

    @Test
    void handle_403_isTreatedAsMissing() {
        assertThat(invoke(OriginEvent.of("GET", PATH, "403")).get("status").getAsString())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "206", "301", "400", "416", "500", "503"})
    void handle_anyOtherStatus_passes(String status) {
        String event = OriginEvent.of("GET", PATH, status);

        assertPassed(event);
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/images/dog.jpg", "/", "/200x200/webp/", "/%FF", "/2024/webp/cat.jpg"})
    void handle_aPathThatIsNotADerivatives_passes(String path) {
        String event = OriginEvent.missing(path);

        assertPassed(event);
        assertThat(store.calls).isEmpty();
    }

    /** Checks that an answer is unchanged except for the headers that every answer has. */
    private void assertPassed(String event) {
        JsonObject expected = response(event);
        JsonObject headers = expected.getAsJsonObject("headers");
        JsonObject answer = invoke(event);
        JsonObject answered = answer.getAsJsonObject("headers");

        headers.keySet().forEach(name -> assertThat(answered.get(name)).as(name).isEqualTo(headers.get(name)));
        answer.remove("headers");
        expected.remove("headers");
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void handle_head_isRenderedStoredAndAnsweredWithoutABody() {
        JsonObject answer = invoke(OriginEvent.of("HEAD", PATH, "404"));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(answer.has("body")).isFalse();
        assertThat(answer.has("bodyEncoding")).isFalse();
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(store.derivatives).hasSize(1);
        assertThat(invoke(OriginEvent.of("HEAD", "/200x200/webp/none.jpg", "404"))
                        .has("body"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "HEAD, /", "GET, //", "GET, /.", "GET, /%2F", "HEAD, /../", "GET, /cat.jpg"})
    void handle_aListingOfTheBucket_isNeverPassedOn(String method, String uri) {
        JsonObject answer = invoke(handler("{}"), OriginEvent.listing(method, uri));

        assertThat(answer.get("status").getAsString()).isEqualTo("400");
        assertThat(answer.has("body")).isEqualTo(method.equals("GET"));
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        assertThat(header(answer, "transfer-encoding")).isEqualTo("chunked");
    }

    @Test
    void handle_withoutAnOriginal_is404ForAShortTime() {
        JsonObject answer = invoke(OriginEvent.missing("/200x200/webp/none.jpg"));

        assertError(answer, "404");
        assertThat(store.derivatives).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/201x200/webp/images/cat.jpg", "/200x200/avif/images/cat.jpg", "/0x9/webp/images/cat.jpg"})
    void handle_notAllowed_is400BeforeAnythingIsFetched(String path) {
        assertError(invoke(OriginEvent.missing(path)), "400");
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void handle_anUnrenderableOriginal_hasItsStatusAndSentence(Reason reason) {
        OriginResponseHandler handler =
                handler("{\"cache\":{\"unreadable\":\"public, max-age=30\",\"tooLarge\":\"public, max-age=30\"}}");
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(reason, "The file is a poem.");
        };

        JsonObject answer = invoke(handler, OriginEvent.missing(PATH));

        assertError(answer, Integer.toString(reason.status()), "public, max-age=30");
        assertThat(answer.get("body").getAsString()).isEqualTo("The file is a poem.\n");
        assertThat(header(answer, "x-amz-meta-cache-tag"))
                .as("a purge of the repaired original removes this answer")
                .isEqualTo("images/cat.jpg");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_ifDerivativesExpire_storesThemWithTheirLifetime() {
        invoke(handler("{}"), OriginEvent.missing(PATH));
        assertThat(store.derivatives.values()).singleElement().matches(stored -> !stored.expires());

        invoke(handler("{\"expireAfterDays\":1}"), OriginEvent.missing(PATH));
        assertThat(store.derivatives.values()).singleElement().matches(PutRequest::expires);
    }

    @Test
    void handle_tooManyBytes_is413() {
        OriginResponseHandler handler = handler("{\"maxBytes\":2}");

        assertError(invoke(handler, OriginEvent.missing(PATH)), "413");
        assertThat(renderer.rendered).isEmpty();
    }

    @Test
    void handle_ifS3FailsToRead_is503WithoutTheCause() {
        store.failing.add("get");

        assertError(invoke(OriginEvent.missing(PATH)), "503");
        assertThat(log).singleElement().asString().contains("FETCH_FAILED", KEY, MemoryStore.SECRET);
    }

    @Test
    void handle_ifTheRendererOmitsSomething_isServedAndLogged() {
        renderer.notices.add("the first of 30 frames");

        JsonObject answer = invoke(OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(log.getFirst()).startsWith("NOTED n=1 path=/").endsWith(" the first of 30 frames");
    }

    @Test
    void handle_ifTheRendererFails_is502WithoutTheCause() {
        for (Throwable cause : List.of(new IllegalStateException("secret\nlines"), new OutOfMemoryError("secret"))) {
            renderer.rendering = (original, request) -> {
                if (cause instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) cause;
            };

            assertError(invoke(OriginEvent.missing(PATH)), "502");
        }
        assertThat(derivationLog.count(DerivationLog.Kind.RENDER_FAILED)).isEqualTo(2);
        assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void handle_ifTheRenderersCodeCannotBeLoaded_endsTheProcess() {
        renderer.rendering = (original, request) -> {
            throw new UnsatisfiedLinkError("libwebp");
        };

        assertThatThrownBy(() -> handler("{}").handleJson(OriginEvent.missing(PATH)))
                .as("if the process continued, it could never render again")
                .isInstanceOf(LinkageError.class);
    }

    @Test
    void handle_ifThePutFails_isCachedBrieflyAndCounted() {
        store.failing.add("put");

        JsonObject answer = invoke(OriginEvent.missing(PATH));

        assertThat(status(answer)).isEqualTo("200");
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        assertThat(header(answer, "etag"))
                .as("the ETag that S3 assigns when it is stored")
                .isEqualTo(MemoryStore.etag(DERIVATIVE));
        assertThat(header(answer, "last-modified")).isEmpty();
        assertThat(derivationLog.count(DerivationLog.Kind.WRITE_BACK_FAILED)).isOne();
    }

    @Test
    void handle_anEventWithoutS3Origin_is502() {
        String event = OriginEvent.missing(PATH).replace("\"s3\"", "\"custom\"");

        assertError(invoke(event), "502");
        assertThat(derivationLog.count(DerivationLog.Kind.FETCH_FAILED)).isOne();
    }

    @Test
    void handle_withoutAnOriginResponseEvent_reportsIt() {
        String event = OriginEvent.missing(PATH).replace("\"response\"", "\"answer\"");

        assertThatThrownBy(() -> invoke(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin-response");
    }

    @Test
    void new_avifThatTheRendererCannotWrite_namesTheField() {
        assertThatThrownBy(() -> handler("{\"avif\":true}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("avif");
    }

    @Test
    void handle_aKeyTooLongForATag_isTaggedByItsHash() {
        String key = "k".repeat(257);
        store.originals.put(key, ORIGINAL);

        JsonObject answer = invoke(OriginEvent.missing("/200x200/webp/" + key));

        assertThat(header(answer, "x-amz-meta-cache-tag")).matches("sha256-[0-9a-f]{64}");
    }

    private JsonObject invoke(String event) {
        return invoke(handler("{}"), event);
    }

    private static JsonObject response(String event) {
        return JsonParser.parseString(event)
                .getAsJsonObject()
                .getAsJsonArray("Records")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("cf")
                .getAsJsonObject("response");
    }
}
