package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code ./dev run} in its own process, from classes or zips, and checks which files remain after it. */
@Timeout(120)
class KilledEdgeTest {
    private static final @Nullable String DIST = System.getProperty("edgepix.dist");
    private static final Pattern URL = Pattern.compile("http://localhost:[0-9]+");

    @TempDir
    Path folder;

    private final List<Process> edges = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(folder.resolve("tmp"));
        Files.createDirectory(folder.resolve("bucket"));
        ImageIO.write(
                new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("bucket/a.png").toFile());
    }

    @AfterEach
    void end() {
        edges.forEach(Process::destroyForcibly);
    }

    @Test
    void anEdgeThatWasKilled_itsProcessesEndAndTheNextStartDeletesItsFolders() throws Exception {
        Process killed = start("killed");
        assertThat(ask("killed", "/a.png?d=100x")).isEqualTo(200);
        List<ProcessHandle> family = killed.descendants().toList();
        killed.destroyForcibly().waitFor();

        for (ProcessHandle process : family) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        List<String> left = temporary();
        assertThat(left).isNotEmpty();

        start("next");

        assertThat(temporary()).isNotEmpty().doesNotContainAnyElementsOf(left);
        assertThat(folder.resolve("bucket/a.png")).exists();
        assertThat(ask("next", "/a.png")).isEqualTo(200);
    }

    @Test
    void anEdgeThatRuns_keepsItsFoldersWhenAnotherStarts_andDeletesThemWhenItIsStopped() throws Exception {
        Process first = start("first");
        List<String> used = temporary();

        Process second = start("second");

        assertThat(temporary()).containsAll(used);
        assertThat(ask("first", "/a.png?d=100x")).isEqualTo(200);
        first.destroy();
        second.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(temporary()).isEmpty();
    }

    private List<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Starts an edge for the bucket, and waits until it serves. */
    private Process start(String name) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Edgepix.class.getName(),
                "run",
                "--port=0",
                "--bucket=" + folder.resolve("bucket")));
        if (DIST != null) {
            command.add("--packaged=" + DIST);
        }
        File log = folder.resolve(name).toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        edges.add(process);
        while (url(name) == null) {
            assertThat(process.isAlive()).as(Files.readString(log.toPath())).isTrue();
            Thread.sleep(20);
        }
        return process;
    }

    private @Nullable String url(String name) throws IOException {
        Matcher url = URL.matcher(Files.readString(folder.resolve(name)));
        return url.find() ? url.group() : null;
    }

    private int ask(String name, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url(name) + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
