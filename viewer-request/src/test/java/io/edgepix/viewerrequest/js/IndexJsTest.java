package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.viewerrequest.Handlers;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code index.js}. The tests are skipped without Node.js. */
class IndexJsTest {
    private static final String EVENT =
            ViewerEvent.of(new RuleRequest("GET", "/cat.jpg", "d=200x200", "text/html", ""));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/webp"})
    void handle_severalValuesOfAccept_areAllRead(String second) throws Exception {
        JsonObject request = ViewerEvent.requestIn(EVENT);
        request.getAsJsonObject("headers").add("accept", ViewerEvent.values("Accept", "text/html", second));
        String event = ViewerEvent.around(request);

        assertThat(answer("{}", event).get("result"))
                .isEqualTo(JsonParser.parseString(
                        Handlers.of(ConfigReader.defaults()).handleJson(event)));
    }

    @Test
    void handle_unknownFields_areKept() throws Exception {
        JsonObject expected = ViewerEvent.requestIn(EVENT);
        expected.add("body", JsonParser.parseString("{\"inputTruncated\":false,\"data\":null}"));
        String event = ViewerEvent.around(expected);
        expected.addProperty("uri", "/200x200/jpeg/cat.jpg");
        expected.addProperty("querystring", "");

        assertThat(answer("{}", event).get("result")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"Records\":[]}",
                "{\"Records\":[null]}",
                "{\"Records\":[{\"cf\":{}}]}",
                "{\"Records\":[{\"cf\":{\"request\":{\"method\":\"GET\"}}}]}"
            })
    void handle_withoutAnEvent_reportsIt(String event) throws Exception {
        assertThat(error("{}", event)).startsWith("not a CloudFront event");
    }

    @Test
    void handle_methodAndUriAlone_areAnEvent() throws Exception {
        String event = "{\"Records\":[{\"cf\":{\"request\":{\"method\":\"GET\",\"uri\":\"/cat.jpg\"}}}]}";

        assertThat(answer("{}", event).get("result")).isEqualTo(ViewerEvent.requestIn(event));
    }

    /** On Node.js 24, Lambda rejects handlers with a third parameter, the callback. */
    @Test
    void handler_hasFewerThanThreeParameters() throws Exception {
        Node node = new Node(folder);

        assertThat(node.parametersOfHandler(node.function("{}"))).isBetween(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                             | GET     | d=bogus | https://a.example",
                "{}                             | GET     | d=bogus | ",
                "{}                             | OPTIONS |         | https://a.example",
                "{'cors':''}                    | GET     | d=bogus | https://a.example",
                "{'cors':''}                    | OPTIONS |         | https://a.example",
                "{'cors':['https://a.example','https://b.example']} | GET     | d=bogus | https://b.example",
                "{'cors':['https://a.example','https://b.example']} | GET     | d=bogus | https://c.example",
                "{'cors':['https://a.example','https://b.example']} | GET     | d=bogus | ",
                "{'cors':['https://a.example','https://b.example']} | OPTIONS |         | https://a.example",
                "{'cors':['https://a.example','https://b.example']} | OPTIONS |         | https://c.example"
            })
    void handle_ofPagesOfOtherOrigins_answersAsOnTheJvm(String quoted, String method, String query, String origin)
            throws Exception {
        String config = quoted.replace('\'', '"');
        JsonObject request = ViewerEvent.requestIn(
                ViewerEvent.of(new RuleRequest(method, "/cat.jpg", query == null ? "" : query, "", "")));
        if (origin != null) {
            request.getAsJsonObject("headers").add("origin", ViewerEvent.values("Origin", origin));
        }
        String event = ViewerEvent.around(request);

        JsonElement expected =
                JsonParser.parseString(Handlers.of(ConfigReader.read(config)).handleJson(event));
        assertThat(answer(config, event).get("result")).isEqualTo(expected);
    }

    @Test
    void load_withoutAnOffer_isReported() throws Exception {
        Node node = new Node(folder);
        List<JsonObject> answers = node.run(List.of(Node.call(node.withoutOffer(), EVENT)));

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.get("error").getAsString())
                        .startsWith("offer.txt cannot be read next to index.js: ENOENT"));
    }

    @Test
    void load_aMalformedOffer_isReported() throws Exception {
        Node node = new Node(folder);

        assertThat(node.run(List.of(Node.call(node.offering("{}"), EVENT))))
                .singleElement()
                .satisfies(answer -> assertThat(answer.get("error").getAsString())
                        .isEqualTo("offer.txt: expected the form that packaging writes"));
    }

    private String error(String config, String event) throws Exception {
        return answer(config, event).get("error").getAsString();
    }

    private JsonObject answer(String config, String event) throws Exception {
        Node node = new Node(folder);
        return node.run(List.of(Node.call(node.function(config), event))).getFirst();
    }
}
