package io.edgepix.bench.growth;

import io.edgepix.bench.edge.EdgeClient;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Key;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Measures the local edge under concurrent requests. Every derivative is requested only once, and each number of
 * concurrent requests causes the same work.
 */
final class ConcurrencyGrowth {
    private static final int[] CROWDS = {1, 2, 4, 8, 16, 32, 64};
    private static final List<String> BOXES =
            List.of("200x200", "200x300", "300x200", "300x300", "200x400", "400x200", "300x400", "400x300");
    private static final int QUALITIES = 20;
    private static final int QUALITY_STEP = 5;
    private static final int REQUESTS = 160;
    private static final int QUICK_REQUESTS = 64;
    private static final double MILLIS_A_SECOND = 1_000;

    /**
     * The results for one number of concurrent requests.
     *
     * @param crowd the number of concurrent requests
     * @param perSecond derivatives per second
     * @param p50 median of the milliseconds to an answer
     * @param p99 99th percentile of the milliseconds to an answer
     */
    record Point(int crowd, double perSecond, double p50, double p99) {
        /** Returns the mean of the milliseconds to an answer, by Little's law. */
        double mean() {
            return crowd * MILLIS_A_SECOND / perSecond;
        }
    }

    private ConcurrencyGrowth() {}

    /** Measures a local edge that runs from classes and serves copies of one photograph. */
    static List<Point> points(Setting setting) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-bench-");
        try {
            Path photograph = setting.photographs().files().getFirst();
            Files.copy(photograph, bucket.resolve(copy(0)));
            for (int crowd : CROWDS) {
                Files.copy(photograph, bucket.resolve(copy(crowd)));
            }
            try (LocalDeployment pair = LocalDeployment.start(0, bucket, ConfigReader.defaults());
                    EdgeClient viewer = new EdgeClient(pair.port())) {
                return points(viewer, setting.quick() ? QUICK_REQUESTS : REQUESTS);
            }
        } finally {
            Folders.delete(bucket);
        }
    }

    private static List<Point> points(EdgeClient viewer, int requests) throws IOException {
        measured(viewer, copy(0), 2, requests / 2);
        List<Point> points = new ArrayList<>();
        for (int crowd : CROWDS) {
            System.err.println("growth " + crowd + " concurrent requests");
            points.add(measured(viewer, copy(crowd), crowd, requests));
        }
        return points;
    }

    private static String copy(int crowd) {
        return "copy-" + crowd + ".jpg";
    }

    private static Point measured(EdgeClient viewer, String key, int crowd, int requests) throws IOException {
        Semaphore places = new Semaphore(crowd);
        List<CompletableFuture<EdgeClient.Answer>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int number = 0; number < requests; number++) {
            places.acquireUninterruptibly();
            answers.add(viewer.ask(path(key, number)).whenComplete((answer, failure) -> places.release()));
        }
        Measurements millis = new Measurements();
        for (CompletableFuture<EdgeClient.Answer> answer : answers) {
            EdgeClient.Answer one = EdgeClient.await(answer);
            if (one.status() != 200) {
                throw new BenchException(crowd + " concurrent requests: expected status 200, got " + one.status());
            }
            millis.add(one.millis());
        }
        double perSecond = requests * MILLIS_A_SECOND / Stopwatch.millisSince(start);
        return new Point(crowd, perSecond, millis.percentile(50), millis.percentile(99));
    }

    /**
     * Returns a path. Its size is a rung of the ladder and its quality is a multiple of five, so that no two paths name
     * the same derivative.
     */
    private static String path(String key, int number) {
        int quality = (number / BOXES.size() % QUALITIES + 1) * QUALITY_STEP;
        return new Key(key).path() + "?d=" + BOXES.get(number % BOXES.size()) + "&q=" + quality;
    }
}
