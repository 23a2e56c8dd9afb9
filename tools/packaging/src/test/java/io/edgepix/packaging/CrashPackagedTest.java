package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.LocalDeployment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests a crash of native code during a rendering, with the functions of {@code ./dev run --packaged}. */
@Timeout(120)
class CrashPackagedTest {
    private static final Duration RENDERING = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A Java process of the launcher, and the processor time it had used. */
    private record Renderer(ProcessHandle process, Duration used) {
        static List<Renderer> all() {
            return ProcessHandle.current()
                    .descendants()
                    .filter(each -> each.info().command().orElse("").endsWith("runtime/bin/java"))
                    .map(each -> new Renderer(each, cpu(each)))
                    .toList();
        }

        /** Returns the first process that has used more processor time than requests without a picture need. */
        static ProcessHandle busy(List<Renderer> renderers) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (Renderer each : renderers) {
                    if (cpu(each.process).minus(each.used).compareTo(RENDERING) > 0) {
                        return each.process;
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
            throw new AssertionError("expected a rendering in one of " + renderers);
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aSegmentationFault_failsThatRequestAlone() throws Exception {
        ImageIO.write(image(6000, 5000), "png", folder.resolve("large.png").toFile());
        ImageIO.write(image(300, 200), "png", folder.resolve("other.png").toFile());
        try (LocalDeployment pair = LocalDeployment.startPackaged(0, folder, Dist.folder(), null)) {
            assertThat(ask(pair, "/other.png?d=100x100&f=png").get().statusCode())
                    .isEqualTo(200);

            List<Renderer> renderers = Renderer.all();
            CompletableFuture<HttpResponse<byte[]>> interrupted = ask(pair, "/large.png?d=400x400&f=webp");
            ProcessHandle faulty = Renderer.busy(renderers);
            CompletableFuture<HttpResponse<byte[]>> beside = ask(pair, "/other.png?d=200x200&f=png");
            fault(faulty);

            assertThat(interrupted.get().statusCode()).isEqualTo(502);
            assertThat(beside.get().statusCode()).isEqualTo(200);
            assertThat(ask(pair, "/large.png?d=300x300&f=webp").get().statusCode())
                    .isEqualTo(200);
            assertThat(ask(pair, "/other.png?d=300x300&f=webp").get().statusCode())
                    .isEqualTo(200);
            assertIsGone(faulty);
            assertThat(files())
                    .containsExactlyInAnyOrder(
                            "large.png",
                            "other.png",
                            "100x100/png/other.png",
                            "200x200/png/other.png",
                            "300x300/webp/large.png",
                            "300x200/webp/other.png");
        }
    }

    private static BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(LocalDeployment pair, String pathAndQuery) {
        URI uri = URI.create("http://127.0.0.1:" + pair.port() + pathAndQuery);
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void fault(ProcessHandle process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Checks that the process is no zombie, and that it left no dump, which would fill the small disk. */
    private static void assertIsGone(ProcessHandle process) throws IOException {
        Path entry = Path.of("/proc", Long.toString(process.pid()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(entry) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(entry).doesNotExist();
        for (Path place : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of(""))) {
            try (Stream<Path> files = Files.list(place.toAbsolutePath())) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .doesNotContain("hs_err_pid" + process.pid() + ".log", "core", "core." + process.pid());
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
