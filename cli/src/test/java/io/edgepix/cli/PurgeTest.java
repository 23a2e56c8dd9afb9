package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Tests command lines of a purge with a running edge. */
class PurgeTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void purge_ofARunningEdge_printsTheRemovedObjectsAndCacheEntries() throws Exception {
        paint("a b/å (1).png");
        paint("cat.png");
        try (LocalDeployment pair = LocalDeployment.start(0, folder, ConfigReader.defaults());
                HttpClient http = HttpClient.newHttpClient()) {
            String edge = "http://localhost:" + pair.port();
            for (String asked : new String[] {"?d=100x100&f=png", "?d=x200&f=jpeg", ""}) {
                get(http, edge + "/a%20b/%C3%A5%20(1).png" + asked);
            }
            get(http, edge + "/cat.png?d=100x100&f=png");

            assertThat(run("purge", "a b/å (1).png", "none.png", "--edge", edge + "/"))
                    .isZero();

            assertThat(out.toString().lines())
                    .containsExactly(
                            "a b/å (1).png: 2 derivatives removed, 3 cached answers invalidated",
                            "none.png: 0 derivatives removed, 0 cached answers invalidated"
                                    + " (a key has no leading slash, and is not percent-encoded)");
            assertThat(folder.resolve("100x100/png/a b/å (1).png")).doesNotExist();
            assertThat(folder.resolve("100x100/png/cat.png")).exists();
            assertThat(folder.resolve("a b/å (1).png")).exists();
        }
    }

    @Test
    void purge_ofManyAtARunningEdge_countsAndRemoves() throws Exception {
        paint("a b/å.png");
        paint("a b/c/dog.png");
        paint("cat.png");
        try (LocalDeployment pair = LocalDeployment.start(0, folder, ConfigReader.defaults());
                HttpClient http = HttpClient.newHttpClient()) {
            String edge = "http://localhost:" + pair.port();
            for (String asked : new String[] {"/a%20b/%C3%A5.png", "/a%20b/c/dog.png", "/cat.png"}) {
                get(http, edge + asked + "?d=100x100&f=png");
                get(http, edge + asked + "?d=x200&f=jpeg");
                get(http, edge + asked);
            }

            assertThat(run("purge", "cat.png", "--dry-run", "--edge", edge)).isZero();
            assertThat(run("purge", "a b/", "--prefix", "--dry-run", "--edge", edge))
                    .isZero();
            assertThat(run("purge", "a b/", "--prefix", "--edge", edge)).isZero();
            assertThat(run("purge", "--all", "--edge", edge)).isZero();

            assertThat(out.toString().lines().map(line -> line.replaceAll("\\d+ bytes", "N bytes")))
                    .containsExactly(
                            "cat.png: 2 derivatives would be removed",
                            "a b/*: 4 derivatives of 2 originals, N bytes would be removed",
                            "a b/*: 4 derivatives of 2 originals, N bytes removed, 6 cached answers invalidated",
                            "*: 2 derivatives of 1 originals, N bytes removed, 3 cached answers invalidated");
            assertThat(folder.resolve("100x100")).doesNotExist();
            assertThat(folder.resolve("cat.png")).exists();
            assertThat(folder.resolve("a b/å.png")).exists();
        }
    }

    @Test
    void purge_withoutARunningEdge_namesTheCommandThatStartsOne() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(run("purge", "cat.png", "--edge", "http://localhost:" + port))
                .isEqualTo(1);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("dev: --edge: expected a local edge at http://localhost:" + port
                        + ", got no answer; ./dev run starts one");
    }

    @ParameterizedTest
    @CsvSource({"200, hello, expected the answer of a local edge", "405, no, 'answered 405, no'"})
    void purge_ifAnotherServerListens_reportsIt(int status, String body, String complaint) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            assertThat(run(
                            "purge",
                            "cat.png",
                            "--edge",
                            "http://localhost:" + other.getAddress().getPort()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains(complaint).hasLineCount(1);
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purge 200x200/webp/cat.jpg        | 200x200/webp/cat.jpg is the key of a derivative",
                "purge a/../b.jpg                  | must not have . or .. between slashes",
                "purge a --edge nowhere            | --edge: expected a URL such as http://localhost:8080, got 'nowhere'",
                "purge a --edge :                  | --edge: expected a URL such as http://localhost:8080, got ':'",
                "purge a --stack s --edge e        | cannot be combined",
                "purge a --stack s --bucket b --region eu-west-1 | cannot be combined",
                "purge a --bucket b                | --bucket requires --region",
                "purge a --region eu-west-1        | --region requires --bucket or --stack",
                "purge a --bucket b --region x     | --region: expected a Region such as eu-central-1, got 'x'",
                "purge a --stack s --distribution D | --distribution requires --bucket",
                "purge a --wait                    | --wait requires --stack or --bucket",
                "purge --all a                     | --all: expected no KEY",
                "purge --all --prefix              | cannot be combined",
                "purge a --yes                     | --yes requires --all",
                "purge 1x/webp/ --prefix           | 1x/webp/x is the key of a derivative",
                "purge a/../b --prefix             | must not have . or .. between slashes",
                "purge a --bucket b --region eu-west-1 --wait | --wait requires --distribution"
            })
    void purge_withWrongArguments_reportsThemInOneLine(String command, String complaint) {
        assertThat(run(command.split(" +", -1))).isEqualTo(1);

        assertThat(err.toString()).startsWith("dev: ").contains(complaint).hasLineCount(1);
    }

    @Test
    void purge_withoutAKey_isAUsageError() {
        assertThat(run("purge")).isEqualTo(2);
        assertThat(err.toString()).contains("KEY");
    }

    private void paint(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private static void get(HttpClient http, String uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Edgepix.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
