package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the local edge's own page and icon over HTTP. */
class LocalPagesTest {
    /** The Accept header that Chrome sends for a page. */
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"(http[^\"]*)\"");
    private static final String SIGNING_KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void aBrowser_getsThePage() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            edge.put("images/cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> page = edge.get("/", "Accept", BROWSER);
            HttpResponse<byte[]> head = edge.send("HEAD", "/", "Accept", BROWSER);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
            assertThat(header(page, "cache-control")).isEqualTo("no-store");
            assertThat(header(page, "content-security-policy")).startsWith("default-src 'none'; img-src 'self' data:;");
            assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(page, "x-cache")).isEqualTo("LocalEdge from edgepix");
            assertThat(text(page))
                    .contains("<bdi>images/cat.jpg</bdi>")
                    .contains(edge.url("/images/cat.jpg?d=200x200") + "</code>");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(header(head, "content-type")).isEqualTo("text/html; charset=utf-8");
            assertThat(head.body()).isEmpty();
            assertThat(edge.log)
                    .anySatisfy(line -> assertThat(line).contains(" GET / -> / 200 LocalEdge from edgepix "));
        }
    }

    @Test
    void aBrowser_getsANewPictureImmediately() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            String before = text(edge.get("/", "Accept", BROWSER));

            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            assertThat(before).contains("The bucket has no pictures").contains(folder.getFileName() + "</code>");
            assertThat(text(edge.get("/", "Accept", BROWSER)))
                    .contains("cat.jpg")
                    .doesNotContain("The bucket has no pictures");
        }
    }

    @Test
    void aPipeInTheFolder_isNamedWithoutAWait() throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            new ProcessBuilder("mkfifo", folder.resolve("pipe.jpg").toString())
                    .start()
                    .waitFor();

            HttpResponse<byte[]> page = edge.get("/", "Accept", BROWSER);

            assertThat(page.statusCode()).isEqualTo(502);
            assertThat(text(page)).contains("could not be listed. The folder of the bucket contains pipe.jpg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "image/webp,*/*", "application/xhtml+xml", "text/plain, text/html-not", "text/*"})
    void aClientThatDoesNotNameHtml_getsThe400OfTheRule(String accept) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            assertRefused(edge.get("/", "Accept", accept));
        }
    }

    @Test
    void aRequestOfAnotherForm_getsTheAnswerOfThePair() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            assertRefused(edge.get("/"));
            assertRefused(edge.get("/?prefix=a", "Accept", BROWSER));
            assertRefused(edge.get("//", "Accept", BROWSER));
            assertThat(edge.send("POST", "/", "Accept", BROWSER).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures.example", "localhost.example:8080", "127.0.0.1.example", "10.0.0.1"})
    void aHostThatIsNotTheLoopback_getsThe400OfTheRule(String host) throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            String answer = rootOf(edge, host);

            assertThat(RawHttp.status(answer)).isEqualTo(400);
            assertThat(answer).doesNotContain("cat.jpg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "localhost", "127.0.0.1:1", "[::1]:8080"})
    void theHost_startsTheUrls(String host) throws Exception {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            assertThat(rootOf(edge, host)).contains("http://" + host + "/cat.jpg?d=200x200</code>");
        }
    }

    private static String rootOf(LocalDeploymentFixture edge, String host) throws Exception {
        return RawHttp.send(
                URI.create(edge.url("/")).getPort(),
                "GET / HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sizes\":{\"list\":[\"200x200\",\"640x\"]}}",
                "{\"sizes\":{\"list\":[\"200x200\"]},\"presets\":{}}",
                "{\"sizes\":{\"open\":150},\"presets\":{},\"defaultFit\":\"cover\"}",
                "{\"sizes\":{\"ladder\":[100]},\"presets\":{\"tile\":\"50x50-cover-q5\"}}",
                "{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"]}}",
                "{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"],\"originals\":false}}"
            })
    void allLinks_leadToPictures(String config) {
        List<String> keys = List.of(
                "a b.png",
                "고양이/사진.png",
                "100%.png",
                "a+b,c;d*e.png",
                "#1?d=2&amp;x.png",
                "\"'><script>alert(1)</script>.png");
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, config)) {
            for (String key : keys) {
                edge.put(key, Pictures.transparentPng(300, 200));
            }

            String page = text(edge.get("/", "Accept", BROWSER));

            Set<String> links = links(page);
            assertThat(links).hasSizeGreaterThanOrEqualTo(2 * keys.size());
            assertThat(links).allSatisfy(link -> {
                assertThat(link).startsWith(edge.url("/"));
                HttpResponse<byte[]> answer =
                        edge.get(link.substring(edge.url("").length()));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "content-type")).startsWith("image/");
            });
            assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;.png</bdi>");
            assertThat(text(edge.get("/", "Accept", BROWSER)))
                    .as("derivatives are in the bucket now")
                    .isEqualTo(page);
        }
    }

    private static Set<String> links(String page) {
        Set<String> links = new LinkedHashSet<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            links.add(link.group(1).replace("&#39;", "'").replace("&amp;", "&"));
        }
        return links;
    }

    @Test
    void aBucketThatCannotBeListed_isA502() {
        BucketFaults faults = new BucketFaults();
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(StackUnderTest.PAIR, folder, "{}", faults)) {
            faults.listsFail = true;

            HttpResponse<byte[]> page = edge.get("/", "Accept", BROWSER);

            assertThat(page.statusCode()).isEqualTo(502);
            assertThat(text(page)).isEqualTo("The bucket could not be listed. Forbidden\n");
            assertThat(edge.log).anySatisfy(line -> assertThat(line).startsWith("page failed: "));
        }
    }

    @Test
    void favicon_ifTheBucketHasNone_isThatOfTheLocalEdge() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            HttpResponse<byte[]> icon = edge.get("/favicon.ico");

            assertThat(icon.statusCode()).isEqualTo(200);
            assertThat(header(icon, "content-type")).isEqualTo("image/svg+xml");
            assertThat(header(icon, "cache-control")).isEqualTo("no-store");
            assertThat(text(icon)).startsWith("<svg ");
            assertThat(edge.log)
                    .anySatisfy(line ->
                            assertThat(line).contains(" GET /favicon.ico -> /favicon.ico 200 LocalEdge from edgepix "));
            assertThat(edge.get("/images/favicon.ico").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void favicon_ifTheBucketHasOne_isAnOriginal() {
        byte[] own = Pictures.transparentPng(16, 16);
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{}")) {
            edge.get("/favicon.ico");
            edge.put("favicon.ico", own);

            HttpResponse<byte[]> icon = edge.get("/favicon.ico");

            assertThat(icon.body()).isEqualTo(own);
            assertThat(header(icon, "x-cache")).isEqualTo("Miss from edgepix");
        }
    }

    private static void assertRefused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).isEqualTo("The URL does not name a picture.\n");
        assertThat(header(answer, "x-cache")).isEqualTo("LambdaGeneratedResponse from edgepix");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
