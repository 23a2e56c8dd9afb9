package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localqueue.LocalPregeneration;
import io.edgepix.localqueue.LocalSettings;
import io.edgepix.localqueue.sqs.LocalQueues;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pictures appear in the folder of a running edge. Each is decoded once, and the edge renders none. */
final class UploadsPart implements EndurancePart {
    private static final String CONFIG = "{}";
    private static final int PRESETS_AND_FORMATS = 6;
    private static final List<String> SIZES = List.of("368x", "720x", "1440x");
    /** Every n-th picture arrives through S3, the others as files. */
    private static final int THROUGH_S3 = 4;

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int count = quick ? 20 : 200;
        Path folder = Files.createTempDirectory("edgepix-endurance-");
        LogLines edgeLog = new LogLines();
        LogLines workerLog = new LogLines();
        try (LocalDeployment edge = LocalDeployment.start(0, folder, ConfigReader.read(CONFIG), edgeLog);
                LocalPregeneration pregeneration =
                        LocalPregeneration.start(edge, CONFIG, LocalSettings.of(false), workerLog)) {
            BucketObjects objects = new BucketObjects(edge.bucket());
            upload(objects, folder, count);
            Waiting.until(
                    "all derivatives of " + count + " pictures",
                    Duration.ofSeconds(60 + 3L * count),
                    () -> objects.derivatives().size() >= count * PRESETS_AND_FORMATS);
            LocalQueues queues = pregeneration.queues();
            Waiting.until(
                    "empty queues",
                    Duration.ofSeconds(60),
                    () -> QueueSite.messages(queues, queues.url(), queues.heavyUrl()) == 0);
            int derivatives = new DerivativeAudit(objects, ConfigReader.read(CONFIG)).check(Set.of());
            checkRenderings(workerLog, count);
            int answers = checkAnswers(edge, count, edgeLog);
            return count + " pictures have " + derivatives + " derivatives by " + workerLog.metric("Decodings")
                    + " decodings; the edge gave " + answers + " answers and rendered none";
        } finally {
            Folders.delete(folder);
        }
    }

    private static void upload(BucketObjects objects, Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String key = GeneratedPhotograph.key(i);
            if (i % THROUGH_S3 == 0) {
                objects.put(key, GeneratedPhotograph.jpeg(i));
            } else {
                Path file = folder.resolve(key);
                Files.createDirectories(file.getParent());
                Files.write(file, GeneratedPhotograph.jpeg(i));
            }
        }
    }

    private static void checkRenderings(LogLines log, int count) {
        List<String> made = log.made();
        Set<String> distinct = new TreeSet<>(made);
        if (made.size() != distinct.size() || distinct.size() != count * PRESETS_AND_FORMATS) {
            throw new BenchException("expected " + count * PRESETS_AND_FORMATS + " renderings, each once, got "
                    + made.size() + " of " + distinct.size() + " derivatives");
        }
        if (log.metric("Decodings") != count) {
            throw new BenchException("expected " + count + " decodings, got " + log.metric("Decodings"));
        }
    }

    private static int checkAnswers(LocalDeployment edge, int count, LogLines log)
            throws IOException, InterruptedException {
        int answers = 0;
        try (Viewer viewer = new Viewer(edge.port())) {
            for (int i = 0; i < count; i++) {
                for (String size : SIZES) {
                    expect(viewer.get(GeneratedPhotograph.key(i), size, true), "image/webp");
                    expect(viewer.get(GeneratedPhotograph.key(i), size, false), "image/jpeg");
                    answers += 2;
                }
            }
        }
        if (!log.made().isEmpty()) {
            throw new BenchException("expected no rendering at the edge, got " + log.made());
        }
        return answers;
    }

    private static void expect(HttpResponse<byte[]> answer, String type) {
        String found = answer.headers().firstValue("content-type").orElse("none");
        if (answer.statusCode() != 200 || !found.equals(type)) {
            throw new BenchException(
                    answer.uri() + ": expected 200 and " + type + ", got " + answer.statusCode() + " and " + found);
        }
    }
}
