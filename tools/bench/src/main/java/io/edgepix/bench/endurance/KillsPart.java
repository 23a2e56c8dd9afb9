package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The worker is killed many times during a bulk run, and the bulk command twice. */
final class KillsPart implements EndurancePart {
    private static final int PRESETS_AND_FORMATS = 6;
    private static final double MOST_REPEATED_PERCENT = 5;
    private static final double MOST_MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Random random = new Random(17);

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int count = quick ? 100 : 1000;
        try (QueueSite site = QueueSite.start()) {
            GeneratedPhotograph.fill(site.bucket(), count);
            List<ChildJava> workers = new ArrayList<>();
            long start = System.nanoTime();
            int status = killed(site, quick ? 2 : 20, count * PRESETS_AND_FORMATS, workers, out);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            WorkReport report = WorkReport.of(workers);
            out.println(report.sentence() + ", in " + took.toSeconds() + " s");
            if (status != 0) {
                throw new BenchException("bulk: expected exit status 0, got " + status);
            }
            if (site.deadLetters() > 0) {
                throw new BenchException(
                        "expected an empty dead-letter queue, got " + site.deadLetters() + " messages");
            }
            int derivatives = new DerivativeAudit(site.objects(), site.config()).check(Set.of());
            if (derivatives != count * PRESETS_AND_FORMATS) {
                throw new BenchException(
                        "expected " + count * PRESETS_AND_FORMATS + " derivatives, got " + derivatives);
            }
            report.require(MOST_REPEATED_PERCENT, MOST_MEGABYTES);
            return count + " pictures have " + derivatives + " derivatives; " + report.sentence();
        }
    }

    /** Runs the job. Kills a worker each time when one more share of the derivatives was rendered. */
    private int killed(QueueSite site, int kills, int derivatives, List<ChildJava> workers, PrintStream out)
            throws IOException, InterruptedException {
        ChildJava sender = site.startBulk();
        Waiting.until("the marker of the job", Duration.ofSeconds(60), () -> isSending(site.bucket()));
        sender.kill();
        ChildJava bulk = site.startBulk();
        workers.add(site.startWorker());
        int[] moments = IntStream.range(0, kills)
                .map(i -> random.nextInt(derivatives / 50, derivatives * 49 / 50))
                .sorted()
                .toArray();
        for (int i = 0; i < kills; i++) {
            int moment = moments[i];
            Waiting.until(
                    "rendering number " + moment + " of " + derivatives,
                    PATIENCE,
                    () -> !workers.getLast().log().made().isEmpty() && made(workers) >= moment);
            Thread.sleep(random.nextInt(300));
            workers.getLast().kill();
            workers.add(site.startWorker());
            out.println("kill " + (i + 1) + " of the worker after " + made(workers) + " renderings");
            if (i == kills / 2) {
                bulk.kill();
                bulk = site.startBulk();
            }
        }
        int status = bulk.status(PATIENCE);
        out.println("bulk: " + bulk.log().end(3));
        workers.getLast().peakMegabytes();
        return status;
    }

    private static boolean isSending(Path bucket) throws IOException {
        Path jobs = bucket.resolve(".edgepix/jobs");
        if (!Files.isDirectory(jobs)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(jobs)) {
            return files.anyMatch(file -> file.endsWith("marker.json"));
        }
    }

    private static int made(List<ChildJava> workers) {
        return workers.stream().mapToInt(worker -> worker.log().made().size()).sum();
    }
}
