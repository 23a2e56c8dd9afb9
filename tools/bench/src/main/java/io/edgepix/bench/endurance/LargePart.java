package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localqueue.LocalPregeneration;
import io.edgepix.localqueue.LocalSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An original over the limits of the edge is refused, rendered by the container, and served to the next viewer. */
final class LargePart implements EndurancePart {
    private static final String CONFIG = "{\"pregenerate\": {\"fromEdge\": true}}";
    private static final String KEY = "large.jpg";
    private static final String SIZE = "500x";
    private static final int WIDTH = 15_000;
    private static final int HEIGHT = 10_000;
    private static final int OK = 200;
    private static final int TOO_LARGE = 413;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "large";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("edgepix-endurance-");
        GeneratedPhotograph.write(folder.resolve(KEY), "jpeg", WIDTH, HEIGHT);
        LogLines log = new LogLines();
        try (LocalDeployment edge = LocalDeployment.start(0, folder, ConfigReader.read(CONFIG), log);
                LocalPregeneration _ = LocalPregeneration.start(edge, CONFIG, LocalSettings.of(false), log);
                Viewer viewer = new Viewer(edge.port())) {
            BucketObjects objects = new BucketObjects(edge.bucket());
            long start = System.nanoTime();
            expect(viewer.get(KEY, SIZE, true), TOO_LARGE);
            double[] peak = new double[1];
            Waiting.until("a derivative by the container", PATIENCE, () -> {
                peak[0] = Math.max(peak[0], containerMegabytes());
                return objects.derivatives().size() == 1;
            });
            double rendered = (System.nanoTime() - start) / 1e9;
            Waiting.until("the end of the cached 413", PATIENCE, () -> status(viewer) != TOO_LARGE);
            expect(viewer.get(KEY, SIZE, true), OK);
            double served = (System.nanoTime() - start) / 1e9;
            new DerivativeAudit(objects, ConfigReader.read(CONFIG)).check(Set.of(KEY));
            return String.format(
                    Locale.ROOT,
                    "a JPEG of %d megapixels: 413 at the edge, rendered by the container after %.1f s with %.0f MB,"
                            + " 200 after %.1f s",
                    WIDTH * (long) HEIGHT / 1_000_000,
                    rendered,
                    peak[0],
                    served);
        } catch (BenchException e) {
            throw new BenchException(e.getMessage() + "; the log:\n  " + log.end(8));
        } finally {
            Folders.delete(folder);
        }
    }

    private static int status(Viewer viewer) throws IOException {
        try {
            return viewer.get(KEY, SIZE, true).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void expect(HttpResponse<byte[]> answer, int status) {
        if (answer.statusCode() != status) {
            throw new BenchException(answer.uri() + ": expected " + status + ", got " + answer.statusCode());
        }
    }

    /** Returns the peak of the only Java process below this one; 0 while there is none. */
    private static double containerMegabytes() throws IOException {
        Optional<ProcessHandle> container = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst();
        return container.isEmpty() ? 0 : ProcessMemory.peak(container.get());
    }
}
