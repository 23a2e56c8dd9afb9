package io.edgepix.viewerrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerRequestHandlerTest {
    /** A viewer-request event like the example in the AWS documentation. */
    private static final String EVENT = """
            {
              "Records": [
                {
                  "cf": {
                    "config": {
                      "distributionDomainName": "d111111abcdef8.cloudfront.net",
                      "distributionId": "EDFDVBD6EXAMPLE",
                      "eventType": "viewer-request",
                      "requestId": "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="
                    },
                    "request": {
                      "clientIp": "203.0.113.178",
                      "headers": {
                        "host": [{"key": "Host", "value": "d111111abcdef8.cloudfront.net"}],
                        "user-agent": [{"key": "User-Agent", "value": "curl/7.66.0"}],
                        "accept": [{"key": "accept", "value": "text/html"}, {"key": "accept", "value": "image/webp"}]
                      },
                      "method": "METHOD",
                      "querystring": "QUERY",
                      "uri": "/images/cat%20(1).jpg"
                    }
                  }
                }
              ]
            }
            """;

    private final ViewerRequestHandler handler = Handlers.of(ConfigReader.defaults());

    @Test
    void handle_aSize_changesUriAndQuerystringAndNothingElse() {
        JsonObject expected = request(event("GET", "d=200x200&v=1"));
        expected.addProperty("uri", "/200x200/webp/images/cat%20(1).jpg");
        expected.addProperty("querystring", "");

        assertThat(invoke(event("GET", "d=200x200&v=1"))).isEqualTo(expected);
        assertThat(invoke(event("HEAD", "d=200x200")).get("uri")).isEqualTo(expected.get("uri"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=1&x=%20"})
    void handle_noSize_isUntouched(String query) {
        String event = event("GET", query);

        assertThat(invoke(event)).isEqualTo(request(event));
    }

    @Test
    void handle_aMalformedSize_isA400WithOneSentence() {
        JsonObject response = invoke(event("GET", "d=bogus"));

        assertThat(response.get("status").getAsString()).isEqualTo("400");
        assertThat(response.get("status").getAsJsonPrimitive().isString()).isTrue();
        assertThat(response.get("bodyEncoding").getAsString()).isEqualTo("text");
        assertThat(response.get("body").getAsString()).startsWith("A size is").hasLineCount(1);
        assertThat(header(response, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(response, "cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({"https://a.example, 204, https://a.example", "https://b.example, 403, ''"})
    void handle_aPreflight_isAnsweredForListedOriginsAlone(String origin, String status, String allowed) {
        ViewerRequestHandler listed = Handlers.of(ConfigReader.read("{\"cors\":[\"https://a.example\"]}"));
        JsonObject request = request(event("OPTIONS", ""));
        request.getAsJsonObject("headers")
                .add("origin", JsonParser.parseString("[{\"key\":\"Origin\",\"value\":\"" + origin + "\"}]"));
        String event = "{\"Records\":[{\"cf\":{\"request\":" + request + "}}]}";

        JsonObject response = JsonParser.parseString(listed.handleJson(event)).getAsJsonObject();

        assertThat(response.get("status").getAsString()).isEqualTo(status);
        assertThat(response.has("body")).isEqualTo(status.equals("403"));
        assertThat(header(response, "vary")).isEqualTo("Origin");
        assertThat(response.getAsJsonObject("headers").has("access-control-allow-origin"))
                .isEqualTo(!allowed.isEmpty());
    }

    @Test
    void handle_theLongestConfiguration_refusesUnder40Kilobytes() {
        StringBuilder list = new StringBuilder("\"1x1\"");
        StringBuilder presets = new StringBuilder("\"a\":\"1x1\"");
        for (int i = 1; i < 5000; i++) {
            list.append(",\"").append(i).append("x16383\"");
            presets.append(",\"name-").append(i).append("\":\"1x1\"");
        }
        ViewerRequestHandler wordy =
                Handlers.of(ConfigReader.read("{\"sizes\":{\"list\":[" + list + "]},\"presets\":{" + presets + "}}"));

        for (String query : new String[] {"d=7x7", "d=bogus"}) {
            String answer = wordy.handleJson(event("GET", query));
            assertThat(answer).contains("\"400\"");
            assertThat(answer.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40_960);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"Records\":[]}",
                "{\"Records\":[{\"cf\":{}}]}",
                "{\"Records\":[{\"cf\":{\"request\":{\"method\":\"GET\"}}}]}"
            })
    void handle_withoutAnEvent_reportsIt(String json) {
        assertThatThrownBy(() -> handler.handleJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a CloudFront event");
    }

    private JsonObject invoke(String event) {
        return JsonParser.parseString(handler.handleJson(event)).getAsJsonObject();
    }

    private static String event(String method, String query) {
        return EVENT.replace("METHOD", method).replace("QUERY", query);
    }

    private static JsonObject request(String event) {
        return JsonParser.parseString(event)
                .getAsJsonObject()
                .getAsJsonArray("Records")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("cf")
                .getAsJsonObject("request");
    }

    private static String header(JsonObject response, String name) {
        return response.getAsJsonObject("headers")
                .getAsJsonArray(name)
                .get(0)
                .getAsJsonObject()
                .get("value")
                .getAsString();
    }
}
