package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Offer;
import io.edgepix.viewerrequest.Handlers;
import io.edgepix.viewerrequest.function.CloudFrontFunctions;
import io.edgepix.viewerrequest.function.FunctionException;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the code of the viewer-request function, and what it does besides deciding. */
class CloudFrontFunctionTest {
    private static final String CORS = "{\"cors\":[\"https://a.example\",\"https://b.example\"]}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void code_anyConfiguration_leavesRoomInTheLimitOfCloudFront() {
        int bytes = bytes("{}");
        int largest = bytes("{\"avif\":true,\"presets\":{" + presets(40) + "}," + CORS.substring(1));
        System.out.printf(
                Locale.ROOT,
                "CloudFront Function: %,d of 10,240 bytes with the defaults, %,d with 40 presets%n",
                bytes,
                largest);

        assertThat(bytes).isLessThan(8_500);
        assertThat(largest).isLessThan(10_240);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'urls':['/{width}/{key}']}                              | urls",
                "{'clientHints':{'dpr':true}}                             | clientHints",
                "{'clientHints':{'width':'640x'}}                         | clientHints",
                "{'clientHints':{'saveData':40}}                          | clientHints",
                "{'signing':{'keys':['0123456789abcdef0123456789abcdef']}} | signing"
            })
    void viewerRequest_unknownField_isNamed(String quoted, String field) {
        assertThatExceptionOfType(FunctionException.class)
                .isThrownBy(() -> code(quoted.replace('\'', '"'), true))
                .withMessage("edgepix.json: " + field + ": expected none, as a CloudFront Function does not support it;"
                        + " leave it out, or use --viewer-request edge");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, GET, d=bogus, https://a.example",
        "{}, OPTIONS, '', https://a.example",
        "{}, OPTIONS, '', ",
        "{\"cors\":\"\"}, GET, d=bogus, https://a.example",
        "{\"cors\":\"\"}, OPTIONS, '', https://a.example",
        "listed, GET, d=bogus, https://b.example",
        "listed, GET, d=bogus, https://c.example",
        "listed, GET, d=bogus, ",
        "listed, OPTIONS, '', https://a.example",
        "listed, OPTIONS, '', https://c.example",
        "listed, OPTIONS, '', "
    })
    void handle_ofPagesOfOtherOrigins_answersAsAtLambdaEdge(String config, String method, String query, String origin)
            throws Exception {
        String json = config.equals("listed") ? CORS : config;
        JsonObject request = ViewerEvent.requestIn(ViewerEvent.of(new RuleRequest(method, "/cat.jpg", query, "", "")));
        if (origin != null) {
            request.getAsJsonObject("headers").add("origin", ViewerEvent.values("Origin", origin));
        }
        assertAnswersAsAtLambdaEdge(json, ViewerEvent.around(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/webp"})
    void handle_severalValuesOfAccept_areAllRead(String second) throws Exception {
        JsonObject request =
                ViewerEvent.requestIn(ViewerEvent.of(new RuleRequest("GET", "/cat.jpg", "d=200x200", "text/html", "")));
        request.getAsJsonObject("headers").add("accept", ViewerEvent.values("Accept", "text/html", second));

        assertAnswersAsAtLambdaEdge("{}", ViewerEvent.around(request));
    }

    @ParameterizedTest
    @CsvSource({
        "/cat.jpg, d=200x200, true",
        "/200x200/webp/cat.jpg, '', true",
        "/%3200x200/webp/cat.jpg, '', true",
        "/cat.jpg, '', false",
        "/~stored/200x200/webp/cat.jpg, '', false",
        "/~big/200x200/webp/cat.jpg, '', false",
        "/cat.jpg, d=0, false",
        "/201x201/webp/cat.jpg, '', false"
    })
    void handle_withoutAnOriginGroup_selectsTheOriginOfDerivatives(String uri, String query, boolean selects)
            throws Exception {
        String event = FunctionEvent.line(
                FunctionEvent.of(ViewerEvent.of(new RuleRequest("GET", uri, query, "image/webp", ""))));
        List<FunctionEngine> engines = List.of(FunctionEngine.NODE, FunctionEngine.njs(Njs.require()));

        for (FunctionEngine engine : engines) {
            JsonObject with =
                    engine.run(scratch, code("{}", true), List.of(event)).getFirst();
            JsonObject without =
                    engine.run(scratch, code("{}", false), List.of(event)).getFirst();
            assertThat(with.has("selectedOrigin")).isFalse();
            assertThat(without.has("selectedOrigin")).isEqualTo(selects);
            if (selects) {
                assertThat(without.remove("selectedOrigin").getAsString()).isEqualTo(CloudFrontFunctions.RENDER);
            }
            assertThat(without).isEqualTo(with);
        }
    }

    /** Names of properties that every object has. */
    @ParameterizedTest
    @ValueSource(strings = {"constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"})
    void handle_nameOfAProperty_isNeitherPresetNorParameter(String name) throws Exception {
        for (String query : List.of("d=" + name, name + "=1&d=200", "d=200&fit=" + name, "d=200&f=" + name)) {
            assertAnswersAsAtLambdaEdge(
                    "{}", ViewerEvent.of(new RuleRequest("GET", "/cat." + name, query, "image/" + name, name)));
        }
    }

    /** With {@code 4096x4096-cover-q60/webp/}, which has 25 characters, a key has at most 999 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {996, 997, 998, 999, 1000, 1001, 1024})
    void handle_longKey_isRefusedFromTheSameLength(int bytes) throws Exception {
        for (String key : List.of("a".repeat(bytes), "%C3%A5".repeat(bytes / 2) + "a".repeat(bytes % 2))) {
            assertAnswersAsAtLambdaEdge(
                    "{}",
                    ViewerEvent.of(new RuleRequest("GET", "/" + key, "d=4096x4096&fit=cover&q=60", "image/webp", "")));
        }
    }

    /** Only the beginning of a User-Agent is read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 298, 299, 300, 301})
    void handle_productFarFromTheBeginning_isReadUpToTheSameCharacter(int before) throws Exception {
        String agent = before == 0 ? "okhttp/4.9" : "x".repeat(before - 1) + " okhttp/4.9";
        assertAnswersAsAtLambdaEdge("{}", ViewerEvent.of(new RuleRequest("GET", "/cat.jpg", "d=200", "", agent)));
    }

    private void assertAnswersAsAtLambdaEdge(String config, String lambdaEvent) throws Exception {
        JsonObject event = FunctionEvent.of(lambdaEvent);
        String answer = Handlers.of(ConfigReader.read(config)).handleJson(lambdaEvent);
        for (FunctionEngine engine : List.of(FunctionEngine.NODE, FunctionEngine.njs(Njs.require()))) {
            assertThat(engine.run(scratch, code(config, true), List.of(FunctionEvent.line(event))))
                    .containsExactly(FunctionEvent.expected(event, JsonParser.parseString(answer)));
        }
    }

    private static String presets(int count) {
        List<String> presets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            presets.add("\"picture-" + i + "\":\"" + (300 + i) + "x200-cover-q60\"");
        }
        return String.join(",", presets);
    }

    private static int bytes(String config) {
        return code(config, true).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String code(String config, boolean hasOriginGroup) {
        Offer offer = ConfigReader.read(config).offer();
        return CloudFrontFunctions.viewerRequest(offer, hasOriginGroup);
    }
}
