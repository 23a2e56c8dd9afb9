package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests odd, malformed and hostile request targets over raw sockets. */
class EdgeTargetsTest extends EdgeFixture {
    @ParameterizedTest
    @CsvSource({
        "a b.jpg, /a%20b.jpg",
        "a b.jpg, /a+b.jpg",
        "å.jpg, /%C3%A5.jpg",
        "한글.jpg, /%ED%95%9C%EA%B8%80.jpg",
        "カナ.jpg, /%E3%82%AB%E3%83%8A.jpg",
        "(1).jpg, /(1).jpg",
        "(1).jpg, /%281%29.jpg",
        "a+b.jpg, /a%2Bb.jpg",
        "100%.jpg, /100%25.jpg",
        "lit%2Fslash.jpg, /lit%252Fslash.jpg",
        "dir/cat.jpg, /dir%2Fcat.jpg",
        "a..b.jpg, /a..b.jpg",
        "a;b=c.jpg, /a;b=c.jpg",
        "a|b.jpg, /a|b.jpg",
        "å.jpg, /å.jpg"
    })
    void oddKey_rawTarget_isServed(String key, String target) throws Exception {
        put(key, "odd");

        String answer = RawHttp.get(edge.port(), target);

        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(200);
        assertThat(answer).endsWith("\r\n\r\nodd");
    }

    @Test
    void keyOf900Bytes_isServed() throws Exception {
        String key = ("é".repeat(100) + "/").repeat(4) + "é".repeat(48);
        put(key, "long");

        String answer = RawHttp.get(edge.port(), "/" + key);

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/%2E%2E%2Fsecret.txt",
                "/a/../../secret.txt",
                "/a/%2e%2e/%2e%2e/secret.txt",
                "/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/./x",
                "/%",
                "/%zz",
                "/%2",
                "/%C3",
                "/%FF%FE",
                "/a%00b",
                "/..;/secret.txt",
                "//etc/passwd",
                "/%2fetc/passwd",
                "http://localhost/../secret.txt",
                "*",
                "secret.txt",
                "/a#b"
            })
    void brokenOrTraversingTarget_isAClientErrorAndTheEdgeLivesOn(String target) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        put("cat.jpg", "picture");

        String answer = RawHttp.get(edge.port(), target);

        assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 404);
        assertThat(answer).doesNotEndWith("secret").doesNotContain("root:");
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void invalidUtf8_reachesOriginResponseAs400() throws Exception {
        RawHttp.get(edge.port(), "/%C3");

        assertThat(originEvents)
                .singleElement()
                .satisfies(cf -> assertThat(
                                cf.getAsJsonObject("response").get("status").getAsString())
                        .isEqualTo("400"));
    }

    @Test
    void hugeHeaders_areRefused() throws Exception {
        String answer = RawHttp.send(
                edge.port(),
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThat(RawHttp.status(answer)).isIn(400, 431);
        assertThat(get("/missing").statusCode()).isEqualTo(404);
    }

    @Test
    void hugeUrl_isRefused() throws Exception {
        assertThat(RawHttp.status(RawHttp.get(edge.port(), "/" + "x".repeat(9_000))))
                .isEqualTo(414);
    }

    @Test
    void getWithBody_isServedAndTheConnectionGoesOn() throws Exception {
        put("cat.jpg", "picture");
        String one = "GET /cat.jpg HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";
        String two = "GET /cat.jpg HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answers = RawHttp.send(edge.port(), one + two);

        assertThat(answers.split("picture", -1)).hasSize(3);
    }

    @Test
    void garbage_isA400() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String request : new String[] {"\u0001\u0002\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"}) {
            statuses.add(RawHttp.status(RawHttp.send(edge.port(), request)));
        }

        assertThat(statuses).allMatch(status -> status == 400 || status == 505);
    }
}
