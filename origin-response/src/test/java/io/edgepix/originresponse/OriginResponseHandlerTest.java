package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.RenderRequest;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.UnrenderableException;
import io.edgepix.imaging.UnrenderableException.Reason;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginResponseHandlerTest {
    private static final String PATH = "/200x200/webp/images/cat.jpg";
    private static final byte[] ORIGINAL = {1, 2, 3};
    private static final byte[] DERIVATIVE = {4, 5};

    private final MemoryStore store = new MemoryStore();
    private final List<String> log = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Journal journal = new Journal(log::add);
    private final List<RenderRequest> rendered = new ArrayList<>();

    OriginResponseHandlerTest() {
        store.originals.put("images/cat.jpg", ORIGINAL);
    }

    @Test
    void handle_aMissingDerivative_isMadeStoredAndAnswered() {
        JsonObject answer = invoke(OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(answer.get("bodyEncoding").getAsString()).isEqualTo("base64");
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "etag")).isEqualTo("\"derivative-etag\"");
        assertThat(header(answer, "x-amz-meta-cache-tag")).isEqualTo("images/cat.jpg");
        assertThat(rendered)
                .containsExactly(new RenderRequest(new Size(200, 200), Fit.CONTAIN, Format.WEBP, 80, 0xFFFFFF));
        assertThat(log).containsExactly("MADE n=1 path=" + PATH + " 3 to 2 bytes");
        assertThat(store.derivatives).containsOnlyKeys("200x200/webp/images/cat.jpg");
        assertThat(store.derivatives.get("200x200/webp/images/cat.jpg")).satisfies(stored -> {
            assertThat(stored.bytes()).isEqualTo(DERIVATIVE);
            assertThat(stored.contentType()).isEqualTo("image/webp");
            assertThat(stored.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
            assertThat(stored.originalEtag()).isEqualTo("\"original-etag\"");
            assertThat(stored.cacheTag()).isEqualTo("images/cat.jpg");
        });
    }

    @Test
    void handle_optionsInThePath_reachTheRenderer() {
        Config config = Config.parse("{\"background\":\"#102030\"}");

        invoke(handler(config, store), OriginEvent.missing("/200x300-cover-fp30x70-q60/jpeg/images/cat.jpg"));

        assertThat(rendered)
                .containsExactly(
                        new RenderRequest(new Size(200, 300), Fit.COVER, new Focus(30, 70), Format.JPEG, 60, 0x102030));
    }

    @Test
    void handle_theReadOnlyHeaders_stayAsTheyCameAndS3sOwnGo() {
        for (String path : List.of(PATH, "/200x200/webp/nothing.jpg", "/201x200/webp/images/cat.jpg")) {
            JsonObject answer = invoke(OriginEvent.missing(path));

            assertThat(header(answer, "transfer-encoding")).isEqualTo("chunked");
            assertThat(header(answer, "via")).isEqualTo("1.1 origin");
            assertThat(answer.getAsJsonObject("headers").keySet()).doesNotContain("x-amz-request-id", "server", "date");
        }
    }

    @Test
    void handle_403_isTakenForMissing() {
        assertThat(invoke(OriginEvent.of("GET", PATH, "403")).get("status").getAsString())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "206", "301", "400", "416", "500", "503"})
    void handle_anyOtherStatus_passesUntouched(String status) {
        String event = OriginEvent.of("GET", PATH, status);

        assertThat(invoke(event)).isEqualTo(response(event));
        assertThat(store.gets).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/images/dog.jpg", "/", "/200x200/webp/", "/%FF", "/2024/webp/cat.jpg"})
    void handle_aPathThatIsNoDerivatives_passesUntouched(String path) {
        String event = OriginEvent.missing(path);

        assertThat(invoke(event)).isEqualTo(response(event));
        assertThat(store.gets).isZero();
    }

    @Test
    void handle_head_isMadeAndStoredAndAnsweredWithoutBody() {
        JsonObject answer = invoke(OriginEvent.of("HEAD", PATH, "404"));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(answer.get("body").getAsString()).isEmpty();
        assertThat(header(answer, "content-type")).isEqualTo("image/webp");
        assertThat(store.derivatives).hasSize(1);
        assertThat(invoke(OriginEvent.of("HEAD", "/200x200/webp/none.jpg", "404"))
                        .get("body")
                        .getAsString())
                .isEmpty();
    }

    @Test
    void handle_aDerivativeOverOneMegabyteInBase64_isStoredAndRedirectedTo() {
        byte[] heavy = new byte[750_000];
        Arrays.fill(heavy, (byte) 7);
        OriginResponseHandler handler = handler(Config.defaults(), store, (original, request) -> heavy);

        JsonObject answer = invoke(handler, OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("302");
        assertThat(header(answer, "location")).isEqualTo(PATH);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.get("body").getAsString()).isEmpty();
        assertThat(store.derivatives)
                .hasEntrySatisfying(
                        PATH.substring(1), stored -> assertThat(stored.bytes()).isEqualTo(heavy));
    }

    @ParameterizedTest
    @CsvSource({"740000, 200", "749000, 200", "750000, 302", "786432, 302", "5000000, 302"})
    void handle_aroundOneMegabyte_neverAnswersMoreThanCloudFrontTakes(int size, String status) {
        OriginResponseHandler handler = handler(Config.defaults(), store, (original, request) -> new byte[size]);

        String answer = handler.handleJson(OriginEvent.missing(PATH));

        assertThat(JsonParser.parseString(answer)
                        .getAsJsonObject()
                        .get("status")
                        .getAsString())
                .isEqualTo(status);
        assertThat(answer.length()).isLessThan(1_000_000);
    }

    @Test
    void handle_noOriginal_is404ForAShortWhile() {
        JsonObject answer = invoke(OriginEvent.missing("/200x200/webp/none.jpg"));

        assertError(answer, "404", "public, max-age=10");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_noOriginalWithAPlaceholder_is404WithThatPicture() {
        store.originals.put("missing.png", new byte[] {9});
        OriginResponseHandler handler = handler(Config.parse("{\"placeholder\":\"missing.png\"}"), store);

        for (String path : List.of("/200x200/webp/none.jpg", "/200x200/webp/nothing.jpg")) {
            JsonObject answer = invoke(handler, OriginEvent.missing(path));

            assertThat(answer.get("status").getAsString()).isEqualTo("404");
            assertThat(body(answer)).isEqualTo(DERIVATIVE);
            assertThat(header(answer, "content-type")).isEqualTo("image/webp");
            assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        }
        assertThat(rendered).as("kept after the first").hasSize(1);
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_aPlaceholderThatIsNotThere_is404InWords() {
        OriginResponseHandler handler = handler(Config.parse("{\"placeholder\":\"missing.png\"}"), store);

        assertError(invoke(handler, OriginEvent.missing("/200x200/webp/none.jpg")), "404", "public, max-age=10");
        assertThat(journal.count(Journal.Kind.PLACEHOLDER_FAILED)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/201x200/webp/images/cat.jpg", "/200x200/avif/images/cat.jpg", "/0x9/webp/images/cat.jpg"})
    void handle_notAllowed_is400BeforeAnythingIsFetched(String path) {
        assertError(invoke(OriginEvent.missing(path)), "400", "public, max-age=10");
        assertThat(store.gets).isZero();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void handle_anUnrenderableOriginal_hasItsStatusAndSentence(Reason reason) {
        OriginResponseHandler handler = handler(
                Config.parse(
                        "{\"cache\":{\"notAllowed\":\"public, max-age=30\",\"unreadable\":\"public, max-age=30\",\"missing\":\"public, max-age=30\",\"tooLarge\":\"public, max-age=30\"}}"),
                store,
                (original, request) -> {
                    throw new UnrenderableException(reason, "What came is a poem.");
                });

        JsonObject answer = invoke(handler, OriginEvent.missing(PATH));

        assertError(answer, Integer.toString(reason.status()), "public, max-age=30");
        assertThat(answer.get("body").getAsString()).isEqualTo("What came is a poem.\n");
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void handle_whereDerivativesExpire_storesThemAsExpiring() {
        invoke(handler(Config.parse("{}"), store), OriginEvent.missing(PATH));
        assertThat(store.derivatives.values()).singleElement().matches(stored -> !stored.expires());

        invoke(handler(Config.parse("{\"expireAfterDays\":1}"), store), OriginEvent.missing(PATH));
        assertThat(store.derivatives.values()).singleElement().matches(Stored::expires);
    }

    @Test
    void handle_tooManyBytes_is413() {
        OriginResponseHandler handler = handler(Config.parse("{\"maxBytes\":2}"), store);

        assertError(invoke(handler, OriginEvent.missing(PATH)), "413", "public, max-age=10");
        assertThat(rendered).isEmpty();
    }

    @Test
    void handle_s3FailsToGive_is503WithoutTheCause() throws StoreException {
        Store failing = mock(Store.class);
        when(failing.get(any(), anyInt()))
                .thenThrow(new StoreException(StoreException.Reason.FAILED, "secret host down", null));

        JsonObject answer = invoke(handler(Config.defaults(), failing), OriginEvent.missing(PATH));

        assertError(answer, "503", "no-store");
        assertThat(answer.get("body").getAsString()).doesNotContain("secret");
        assertThat(log).singleElement().asString().contains("FETCH_FAILED", PATH, "secret host down");
    }

    @Test
    void handle_theRendererLeavesSomethingOut_isServedAndLogged() {
        leftOut.add("the first of 30 frames");

        JsonObject answer = invoke(OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(log.getFirst()).startsWith("NOTED n=1 path=/").endsWith(" the first of 30 frames");
    }

    @Test
    void handle_theRendererBreaks_is502WithoutTheCause() {
        for (Throwable cause : List.of(new IllegalStateException("secret\nlines"), new OutOfMemoryError("secret"))) {
            OriginResponseHandler handler = handler(Config.defaults(), store, (original, request) -> {
                if (cause instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) cause;
            });

            JsonObject answer = invoke(handler, OriginEvent.missing(PATH));

            assertError(answer, "502", "no-store");
            assertThat(answer.get("body").getAsString()).doesNotContain("secret");
        }
        assertThat(journal.count(Journal.Kind.RENDER_FAILED)).isEqualTo(2);
        assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void handle_theRenderersCodeCannotBeLoaded_endsTheProcess() {
        OriginResponseHandler handler = handler(Config.defaults(), store, (original, request) -> {
            throw new UnsatisfiedLinkError("libwebp");
        });

        assertThatThrownBy(() -> handler.handleJson(OriginEvent.missing(PATH)))
                .as("a process that goes on would never make a derivative again")
                .isInstanceOf(LinkageError.class);
    }

    @Test
    void handle_writeBackFails_isAnsweredForAShortWhileAndCounted() throws StoreException {
        Store readOnly = mock(Store.class);
        when(readOnly.get(any(), anyInt())).thenAnswer(call -> store.get(call.getArgument(0), call.getArgument(1)));
        when(readOnly.put(any(), any())).thenThrow(new StoreException(StoreException.Reason.FAILED, "denied", null));

        JsonObject answer = invoke(handler(Config.defaults(), readOnly), OriginEvent.missing(PATH));

        assertThat(answer.get("status").getAsString()).isEqualTo("200");
        assertThat(body(answer)).isEqualTo(DERIVATIVE);
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=10");
        assertThat(answer.getAsJsonObject("headers").has("etag")).isFalse();
        assertThat(journal.count(Journal.Kind.WRITE_BACK_FAILED)).isOne();
    }

    @Test
    void handle_aHeavyDerivativeThatCannotBeStored_is503() throws StoreException {
        Store readOnly = mock(Store.class);
        when(readOnly.get(any(), anyInt())).thenAnswer(call -> store.get(call.getArgument(0), call.getArgument(1)));
        when(readOnly.put(any(), any())).thenThrow(new StoreException(StoreException.Reason.FAILED, "denied", null));
        OriginResponseHandler handler =
                handler(Config.defaults(), readOnly, (original, request) -> new byte[2_000_000]);

        assertError(invoke(handler, OriginEvent.missing(PATH)), "503", "no-store");
    }

    @Test
    void handle_anEventWithoutS3Origin_is502() {
        String event = OriginEvent.missing(PATH).replace("\"s3\"", "\"custom\"");

        assertError(invoke(event), "502", "no-store");
        assertThat(journal.count(Journal.Kind.FETCH_FAILED)).isOne();
    }

    @Test
    void handle_noOriginResponseEvent_saysSo() {
        String event = OriginEvent.missing(PATH).replace("\"response\"", "\"answer\"");

        assertThatThrownBy(() -> invoke(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin-response");
    }

    @Test
    void new_avifThatTheRendererCannotWrite_namesTheField() {
        assertThatThrownBy(() -> handler(Config.parse("{\"avif\":true}"), store))
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

    private interface Rendering {
        byte[] render(byte[] original, RenderRequest request) throws UnrenderableException;
    }

    private OriginResponseHandler handler(Config config, Store from) {
        return handler(config, from, (original, request) -> {
            rendered.add(request);
            return DERIVATIVE;
        });
    }

    private OriginResponseHandler handler(Config config, Store from, Rendering rendering) {
        Renderer renderer = new Renderer() {
            @Override
            public Set<Format> writes() {
                return Set.of(Format.WEBP, Format.JPEG, Format.PNG);
            }

            @Override
            public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
                    throws UnrenderableException {
                leftOut.forEach(notices);
                return List.of(rendering.render(original, requests.getFirst()));
            }
        };
        return new OriginResponseHandler(config, origin -> from, renderer, journal);
    }

    private JsonObject invoke(String event) {
        return invoke(handler(Config.defaults(), store), event);
    }

    private static JsonObject invoke(OriginResponseHandler handler, String event) {
        return JsonParser.parseString(handler.handleJson(event)).getAsJsonObject();
    }

    private static void assertError(JsonObject answer, String status, String cacheControl) {
        assertThat(answer.get("status").getAsString()).isEqualTo(status);
        assertThat(header(answer, "cache-control")).isEqualTo(cacheControl);
        assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.get("body").getAsString()).endsWith(".\n").hasLineCount(1);
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

    private static byte[] body(JsonObject answer) {
        return Base64.getDecoder().decode(answer.get("body").getAsString());
    }

    private static String header(JsonObject answer, String name) {
        return answer.getAsJsonObject("headers")
                .getAsJsonArray(name)
                .get(0)
                .getAsJsonObject()
                .get("value")
                .getAsString();
    }
}
