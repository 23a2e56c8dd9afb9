package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.answer.StoredAnswer;
import io.edgepix.imaging.Renderer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the cases of a table that {@code stored.test.mjs} reads too. */
class StoredAnswerTest {
    private static final JsonObject CASES =
            HeaderCase.table("stored-cases.json").getAsJsonObject();

    static Stream<HeaderCase> answers() {
        return HeaderCase.all(CASES.get("answers"));
    }

    static Stream<String> derivatives() {
        return CASES.getAsJsonArray("derivatives").asList().stream().map(JsonElement::getAsString);
    }

    static Stream<String> others() {
        return CASES.getAsJsonArray("others").asList().stream().map(JsonElement::getAsString);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void amend_anAnswerOfS3_changesTheHeadersOfTheTable(HeaderCase stored) {
        EdgeResponse response = stored.response();

        EdgeResponse answer = amended(stored.uri(), response, stored.config());

        assertThat(answer.getBody()).isNull();
        assertThat(HeaderCase.values(answer)).isEqualTo(stored.expected());
        answer.getHeaders()
                .forEach((name, list) -> assertThat(list)
                        .extracting(CloudFrontEvent.Header::getKey)
                        .allSatisfy(key -> assertThat(key).isEqualToIgnoringCase(name)));
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void amend_thePathOfADerivative_isADerivative(String uri) {
        assertThat(HeaderCase.values(original(uri))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void amend_anotherPath_isAnOriginal(String uri) {
        assertThat(HeaderCase.values(original(uri))).containsOnlyKeys("cache-control");
    }

    @Test
    void handle_anAnswerOfS3_isAmended() {
        Config config = ConfigReader.read("{\"cache\":{\"original\":\"public, max-age=3600\"}}");
        OriginResponseHandler handler = new OriginResponseHandler(
                config, origin -> new MemoryStore(), mock(Renderer.class), new DerivationLog(line -> {}));

        String answer = handler.handleJson(OriginEvent.of("GET", "/cat.jpg", "200"));

        assertThat(answer).contains("\"public, max-age=3600\"");
    }

    private static EdgeResponse original(String uri) {
        EdgeResponse response = new EdgeResponse();
        response.setStatus("200");
        return amended(uri, response, ConfigReader.read("{\"cache\":{\"original\":\"no-cache\"}}"));
    }

    private static EdgeResponse amended(String uri, EdgeResponse response, Config config) {
        int status = Integer.parseInt(response.getStatus());
        StoredAnswer.amend(uri, status, new EdgeHeaders(response), config.caching());
        return response;
    }
}
