package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.viewerrequest.function.CloudFrontFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the headers of the viewer-response function, by the table of the functions at Lambda@Edge and by cases of its own. */
class ViewerResponseFunctionTest {
    private static final Path TABLE = Path.of("../origin-response/src/test/resources/every-answer-cases.json");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    /** Returns the cases that CloudFront calls the function for, without those of file names. */
    static List<JsonObject> cases() throws IOException {
        return JsonParser.parseString(Files.readString(TABLE)).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(each -> !each.has("status") || each.get("status").getAsInt() < 400)
                .filter(each ->
                        !each.has("config") || !each.getAsJsonObject("config").has("contentDisposition"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void handle_caseOfTheTable_changesTheSameHeaders(JsonObject each) throws Exception {
        Map<String, List<String>> expected = lists(each.getAsJsonObject("headers"));
        expected.putAll(lists(each.getAsJsonObject("changed")));
        expected.values().removeIf(List::isEmpty);
        // CloudFront has read the tag.
        expected.remove("x-amz-meta-cache-tag");
        JsonElement config = each.get("config");

        assertThat(answered(config == null ? "{}" : config.toString(), each.getAsJsonObject("headers"), ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'*'                                          | https://b.example | *                 | null",
                "'*'                                          |                   | *                 | null",
                "['https://a.example','https://b.example'] | https://b.example | https://b.example | Origin",
                "['https://a.example','https://b.example'] | https://c.example | null              | Origin",
                "['https://a.example','https://b.example'] |                   | null              | Origin",
                "''                                           | https://a.example | https://s3.example | null"
            },
            nullValues = "null",
            quoteCharacter = '"')
    void handle_pageOfAnOrigin_isAllowedByTheConfiguration(String cors, String origin, String allowed, String vary)
            throws Exception {
        JsonObject ofTheBucket = headers("access-control-allow-origin", "https://s3.example");

        Map<String, List<String>> answered = answered(
                "{\"cors\":" + cors.replace('\'', '"') + "}", ofTheBucket, Objects.requireNonNullElse(origin, ""));

        assertThat(answered.getOrDefault("access-control-allow-origin", List.of()))
                .isEqualTo(allowed == null ? List.of() : List.of(allowed));
        assertThat(answered.getOrDefault("vary", List.of())).isEqualTo(vary == null ? List.of() : List.of(vary));
    }

    @ParameterizedTest
    @CsvSource({"'', 'Accept, User-Agent'", "Origin, 'Origin, Accept, User-Agent'"})
    void handle_storedVary_isAddedToThatOfTheAnswer(String vary, String expected) throws Exception {
        JsonObject stored = headers("x-amz-meta-vary", "Accept, User-Agent");
        if (!vary.isEmpty()) {
            stored.add("vary", headers("vary", vary).get("vary"));
        }

        assertThat(answered("{}", stored, ""))
                .containsEntry("vary", List.of(expected))
                .doesNotContainKey("x-amz-meta-vary");
    }

    @Test
    void code_theDefaults_areFarFromTheLimit() {
        int bytes = code(ConfigReader.defaults()).length();
        System.out.printf(Locale.ROOT, "CloudFront Function: %,d of 10,240 bytes for viewer-response%n", bytes);

        assertThat(bytes).isLessThan(1_500);
    }

    /** Returns the headers of the answer, which is the same in both engines. */
    private Map<String, List<String>> answered(String config, JsonObject headers, String origin) throws Exception {
        JsonObject response = new JsonObject();
        response.addProperty("statusCode", 200);
        response.add("headers", FunctionEvent.single(headers));
        JsonObject request = new JsonObject();
        request.add("headers", FunctionEvent.single(origin.isEmpty() ? new JsonObject() : headers("origin", origin)));
        request.add("querystring", new JsonObject());
        JsonObject event = new JsonObject();
        event.add("context", JsonParser.parseString("{\"eventType\":\"viewer-response\"}"));
        event.add("request", request);
        event.add("response", response);
        List<String> events = List.of(FunctionEvent.line(event));
        String code = code(ConfigReader.read(config));
        List<JsonObject> inNode = FunctionEngine.NODE.run(scratch, code, events);
        assertThat(FunctionEngine.njs(Njs.require()).run(scratch, code, events)).isEqualTo(inNode);
        return lists(FunctionEvent.lists(
                inNode.getFirst().getAsJsonObject("response").getAsJsonObject("headers")));
    }

    private static String code(Config config) {
        return CloudFrontFunctions.viewerResponse(
                config.offer().cors(), config.headers().contentSecurityPolicy().orElse(""));
    }

    private static JsonObject headers(String name, String value) {
        JsonArray values = new JsonArray();
        values.add(value);
        JsonObject headers = new JsonObject();
        headers.add(name, values);
        return headers;
    }

    /** Returns lists of texts by name; null becomes an empty list. */
    private static Map<String, List<String>> lists(JsonObject object) {
        Map<String, List<String>> lists = new TreeMap<>();
        object.asMap()
                .forEach((name, values) -> lists.put(
                        name,
                        values.isJsonNull()
                                ? List.of()
                                : values.getAsJsonArray().asList().stream()
                                        .map(JsonElement::getAsString)
                                        .toList()));
        return lists;
    }
}
