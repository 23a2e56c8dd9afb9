package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.configuration.Caching;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.imaging.Renderer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases that {@code stored.test.mjs} reads too. */
class StoredAnswerTest {
    private static final JsonObject CASES = read();

    private static JsonObject read() {
        try (Reader cases = new InputStreamReader(
                Objects.requireNonNull(StoredAnswerTest.class.getResourceAsStream("/stored-cases.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(cases).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonObject> answers() {
        return CASES.getAsJsonArray("answers").asList().stream().map(JsonElement::getAsJsonObject);
    }

    static Stream<String> derivatives() {
        return CASES.getAsJsonArray("derivatives").asList().stream().map(JsonElement::getAsString);
    }

    static Stream<String> others() {
        return CASES.getAsJsonArray("others").asList().stream().map(JsonElement::getAsString);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void amend_anAnswerOfS3_changesTheHeadersOfTheTable(JsonObject stored) {
        EdgeResponse response = new EdgeResponse();
        response.setStatus(stored.has("status") ? stored.get("status").getAsString() : "200");
        response.setHeaders(headers(stored));
        Caching caching = Config.parse(
                        stored.has("config") ? stored.get("config").toString() : "{}")
                .caching();

        EdgeResponse answer = StoredAnswer.amend(request(stored.get("uri").getAsString()), response, caching);

        assertThat(answer).isSameAs(response);
        assertThat(answer.getBody()).isNull();
        assertThat(values(answer)).isEqualTo(expected(stored));
        answer.getHeaders()
                .forEach((name, list) -> assertThat(list)
                        .extracting(CloudFrontEvent.Header::getKey)
                        .allSatisfy(key -> assertThat(key).isEqualToIgnoringCase(name)));
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void amend_thePathOfADerivative_isNoOriginal(String uri) {
        assertThat(values(original(uri))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void amend_anotherPath_isAnOriginal(String uri) {
        assertThat(values(original(uri))).containsOnlyKeys("cache-control");
    }

    @Test
    void handle_whatS3Has_isAmended() {
        Config config = Config.parse("{\"cache\":{\"original\":\"public, max-age=3600\"}}");
        OriginResponseHandler handler = new OriginResponseHandler(
                config, origin -> new MemoryStore(), mock(Renderer.class), new DerivationLog(line -> {}));

        String answer = handler.handleJson(OriginEvent.of("GET", "/cat.jpg", "200"));

        assertThat(answer).contains("\"public, max-age=3600\"");
    }

    private static EdgeResponse original(String uri) {
        EdgeResponse response = new EdgeResponse();
        response.setStatus("200");
        return StoredAnswer.amend(
                request(uri),
                response,
                Config.parse("{\"cache\":{\"original\":\"no-cache\"}}").caching());
    }

    private static EdgeRequest request(String uri) {
        EdgeRequest request = new EdgeRequest();
        request.setUri(uri);
        return request;
    }

    private static Map<String, List<CloudFrontEvent.Header>> headers(JsonObject stored) {
        Map<String, List<CloudFrontEvent.Header>> headers = new LinkedHashMap<>();
        stored.getAsJsonObject("headers")
                .asMap()
                .forEach((name, values) -> headers.put(
                        name,
                        strings(values.getAsJsonArray()).stream()
                                .map(value -> Headers.of(name, value).getFirst())
                                .toList()));
        return headers;
    }

    private static Map<String, List<String>> expected(JsonObject stored) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        stored.getAsJsonObject("headers")
                .asMap()
                .forEach((name, values) -> expected.put(name, strings(values.getAsJsonArray())));
        stored.getAsJsonObject("changed").asMap().forEach((name, values) -> {
            if (values.isJsonNull()) {
                expected.remove(name);
            } else {
                expected.put(name, strings(values.getAsJsonArray()));
            }
        });
        return expected;
    }

    private static Map<String, List<String>> values(EdgeResponse response) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        response.getHeaders()
                .forEach((name, list) -> values.put(
                        name,
                        list.stream().map(CloudFrontEvent.Header::getValue).toList()));
        return values;
    }

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        array.forEach(value -> strings.add(value.getAsString()));
        return strings;
    }
}
