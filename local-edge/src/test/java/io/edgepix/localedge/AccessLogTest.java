package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the lines of the access log. */
class AccessLogTest extends EdgeFixture {
    @Test
    void anAnswer_isALineWithTimeBytesAndMilliseconds() throws Exception {
        put("cat.jpg", "picture");

        get("/cat.jpg");
        get("/cat.jpg");
        send("HEAD", "/cat.jpg");

        assertThat(accessLines).hasSize(3);
        assertThat(accessLines.get(0)).matches("\\S+ GET /cat.jpg -> /cat.jpg 200 Miss from edgepix 7 B \\d+ ms");
        assertThat(accessLines.get(1)).contains(" 200 Hit from edgepix 7 B ");
        assertThat(accessLines.get(2)).contains(" HEAD /cat.jpg -> ").contains(" 0 B ");
        Instant time = Instant.parse(accessLines.getFirst().split(" ", 2)[0]);
        assertThat(time).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void anErrorOfAFunction_endsWithItsSentence() throws Exception {
        viewerFunction = event -> "{\"status\":\"400\",\"headers\":{\"content-type\":[{\"key\":\"Content-Type\","
                + "\"value\":\"text/plain\"}]},\"body\":\"No such size.\\nMore.\"}";

        get("/cat.jpg?d=0");

        assertThat(accessLines.getFirst())
                .contains(" 400 LambdaGeneratedResponse from edgepix 19 B ")
                .endsWith(" ms: No such size.");
    }

    @Test
    void anErrorOfS3_endsWithItsMessage() throws Exception {
        get("/none.jpg");
        send("HEAD", "/gone.jpg");

        assertThat(accessLines.get(0)).contains(" 404 Error from edgepix ").contains(" ms: NoSuchKey: ");
        assertThat(accessLines.get(1)).contains(" 404 Error from edgepix ").endsWith(": Not Found");
    }

    @Test
    void anErrorOfTheEdge_endsWithItsSentence() throws Exception {
        send("PATCH", "/cat.jpg");

        assertThat(accessLines.getFirst())
                .contains(" 403 Error from edgepix ")
                .endsWith(
                        ": This distribution is not configured to allow the HTTP request method that was used for this"
                                + " request.");
    }

    @Test
    void aRequestThatIsNotHttp_isALineToo() throws Exception {
        RawHttp.send(edge.port(), "GET /cat.jpg HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n");

        RawHttp.get(edge.port(), "/\u001b[31mcat.jpg");

        await(() -> accessLines.size() == 2);
        assertThat(accessLines.get(0)).endsWith("Z GET /cat.jpg 400 Error from edgepix: Bad Request.");
        assertThat(accessLines.get(1)).endsWith("Z - - 400 Error from edgepix: Bad Request.");
        assertThat(Instant.parse(accessLines.getFirst().split(" ", 2)[0])).isBefore(Instant.now());
    }

    @Test
    void controlCharacters_areEscaped() throws Exception {
        viewerFunction = event -> "{\"status\":\"400\",\"headers\":{\"content-type\":[{\"key\":\"Content-Type\","
                + "\"value\":\"text/plain\"}]},\"body\":\"a\\u001b[2Jb\\u2028c\\u202ed\"}";

        get("/cat.jpg");

        assertThat(accessLines.getFirst()).endsWith(" ms: a\\u001b[2Jb\\u2028c\\u202ed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w=300                  | edgepix ignores w; use ?d=300x",
                "width=300&height=200   | edgepix ignores width, height; use ?d=300x200",
                "v=7&h=0200             | edgepix ignores h; use ?d=x200",
                "resize=300%2C200       | edgepix ignores resize; use ?d=300x200",
                "size=300X200&f=webp    | edgepix ignores size; use ?d=300x200",
                "size=300               | edgepix ignores size; use ?d=300x",
                "w=auto                 | edgepix ignores w; use ?d=WxH",
                "w                      | edgepix ignores w; use ?d=WxH"
            })
    void aSizeInTheGrammarOfAnotherService_isLoggedWithItsEquivalent(String query, String hint) throws Exception {
        put("cat.jpg", "picture");

        get("/cat.jpg?" + query);

        assertThat(accessLines).hasSize(2);
        assertThat(accessLines.get(1))
                .isEqualTo("hint: /cat.jpg?" + query + " returned the original in full size; " + hint);
    }

    @ParameterizedTest
    @CsvSource({"/cat.jpg?v=1", "/cat.jpg", "/cat.jpg?d=1&w=2", "/none.jpg?w=2", "/a.txt?w=2", "/10x/webp/a.jpg?w=1"})
    void anyOtherQuery_isNoHint(String url) throws Exception {
        put("cat.jpg", "picture");
        put("a.txt", "text");
        put("10x/webp/a.jpg", "picture");

        get(url);

        assertThat(accessLines).hasSize(1);
    }
}
