package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.configuration.Config;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases that {@code every-answer.test.mjs} reads too. */
class EveryAnswerTest {
    static Stream<JsonObject> cases() {
        try (Reader cases = new InputStreamReader(
                Objects.requireNonNull(EveryAnswerTest.class.getResourceAsStream("/every-answer-cases.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(cases).getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsJsonObject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void complete_anAnswer_changesTheHeadersOfTheTable(JsonObject one) {
        EdgeRequest request = new EdgeRequest();
        request.setUri(one.get("uri").getAsString());
        EdgeResponse response = new EdgeResponse();
        response.setStatus(one.has("status") ? one.get("status").getAsString() : "200");
        response.setHeaders(new LinkedHashMap<>());
        one.getAsJsonObject("headers")
                .asMap()
                .forEach((name, values) ->
                        response.getHeaders().put(name, Headers.of(name, String.join(", ", strings(values)))));
        EveryAnswer everyAnswer = new EveryAnswer(
                Config.parse(one.has("config") ? one.get("config").toString() : "{}"));

        assertThat(everyAnswer.complete(request, response)).isSameAs(response);
        assertThat(values(response)).isEqualTo(expected(one));
        assertThat(values(everyAnswer.complete(request, response)))
                .as("a second time")
                .isEqualTo(expected(one));
    }

    private static Map<String, List<String>> expected(JsonObject one) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        one.getAsJsonObject("headers").asMap().forEach((name, values) -> expected.put(name, strings(values)));
        one.getAsJsonObject("changed").asMap().forEach((name, values) -> {
            if (values.isJsonNull()) {
                expected.remove(name);
            } else {
                expected.put(name, strings(values));
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

    private static List<String> strings(JsonElement values) {
        JsonArray array = values.getAsJsonArray();
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
