package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Documents are enqueued at the same time, while viewers request pictures. Then again, and the worker is killed. */
final class DocumentsPart implements EndurancePart {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int ORIGINALS = 30;
    private static final double PERCENTILE = 0.99;

    private final Random random = new Random(19);

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int count = quick ? 20 : 500;
        Map<String, String> quiet = quiet(count, out);
        Map<String, String> killed = killed(count, quick ? 2 : 10, out);
        if (!quiet.equals(killed)) {
            throw new BenchException("expected the same documents with and without kills, got differences in "
                    + quiet.keySet().stream()
                            .filter(key -> !Objects.equals(quiet.get(key), killed.get(key)))
                            .toList());
        }
        return count + " documents, each rendered once; the same bytes after the worker was killed";
    }

    /** Renders documents while viewers request pictures. Returns the hashes of the documents by key. */
    private static Map<String, String> quiet(int count, PrintStream out) throws IOException, InterruptedException {
        try (QueueSite site = QueueSite.start();
                Viewer viewer = new Viewer(site.edge().port())) {
            GeneratedPhotograph.fill(site.bucket(), 2 * ORIGINALS);
            DocumentJobs jobs = DocumentJobs.prepare(site, count);
            ChildJava worker = site.startWorker();
            RandomViewers before = RandomViewers.start(viewer, 0, ORIGINALS);
            Thread.sleep(20_000);
            List<Double> alone = before.stop();
            RandomViewers during = RandomViewers.start(viewer, ORIGINALS, ORIGINALS);
            long start = System.nanoTime();
            Duration processor = worker.processorTime();
            jobs.send();
            Waiting.until("all documents", PATIENCE, () -> jobs.results() >= count);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Double> meanwhile = during.stop();
            double millis = worker.processorTime().minus(processor).toMillis();
            out.printf(
                    Locale.ROOT,
                    "%d documents in %.1f s: %.0f ms of wall time and %.0f ms of processor time each, at most %.0f MB%n",
                    count,
                    seconds,
                    seconds * 1000 / count,
                    millis / count,
                    worker.peakMegabytes());
            out.printf(
                    Locale.ROOT,
                    "the edge answered %d requests before, p99 %.0f ms, and %d during it, p99 %.0f ms%n",
                    alone.size(),
                    percentile(alone),
                    meanwhile.size(),
                    percentile(meanwhile));
            jobs.requireAll(1.0);
            return jobs.hashes();
        }
    }

    /** Renders documents by workers of which each is killed by SIGKILL but the last one. */
    private Map<String, String> killed(int count, int kills, PrintStream out) throws IOException, InterruptedException {
        try (QueueSite site = QueueSite.start()) {
            DocumentJobs jobs = DocumentJobs.prepare(site, count);
            jobs.send();
            List<ChildJava> workers = new ArrayList<>(List.of(site.startWorker()));
            for (int i = 1; i <= kills; i++) {
                long moment = (long) i * count / (kills + 1);
                Waiting.until("document " + moment, PATIENCE, () -> jobs.results() >= moment);
                Thread.sleep(random.nextInt(300));
                workers.getLast().kill();
                out.println("kill " + i + " of the worker after " + jobs.results() + " results");
                workers.add(site.startWorker());
            }
            Waiting.until("all documents", PATIENCE, () -> jobs.results() >= count && site.messages() == 0);
            jobs.requireAll(0);
            return jobs.hashes();
        }
    }

    private static double percentile(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * PERCENTILE)));
    }
}
