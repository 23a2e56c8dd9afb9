package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Originals are overwritten and deleted while viewers request derivatives, and notifications are lost, repeated and
 * reordered. Then one bulk run repairs what the lost ones left.
 */
final class ChangesPart implements EndurancePart {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int DELETED_PERCENT = 25;

    /** Longer than the time for which the edge caches an error. */
    private static final long ERROR_CACHE_MILLIS = 11_000;

    private static final int NOT_FOUND = 404;

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int originals = quick ? 15 : 150;
        Random random = new Random(23);
        try (QueueSite site = QueueSite.start();
                Viewer viewer = new Viewer(site.edge().port())) {
            FaultyNotifications notifications =
                    new FaultyNotifications(site.queues(), site.edge().bucket().bucket(), random);
            ChildJava worker = site.startWorker();
            RandomViewers viewers = RandomViewers.start(viewer, originals);
            change(site.objects(), originals, originals * 2, notifications, random);
            int answers = viewers.stop().size();
            Waiting.until("empty queues", PATIENCE, () -> site.messages() == 0);
            DerivativeAudit audit = new DerivativeAudit(site.objects(), site.config());
            int wrong = audit.problems(Set.of()).size();
            out.println(notifications.sentence() + ": " + wrong + " wrong objects before the repair");
            repair(site, out);
            int derivatives = audit.check(Set.of());
            Thread.sleep(ERROR_CACHE_MILLIS);
            int compared = compare(site, viewer, originals);
            if (site.deadLetters() > 0) {
                throw new BenchException("expected no dead letter, got " + site.deadLetters());
            }
            return originals * 2 + " changes of " + originals + " originals, " + notifications.sentence() + ", "
                    + answers + " requests meanwhile: " + wrong
                    + " objects were wrong; after bulk --missing-only none of "
                    + derivatives + " derivatives is outdated, orphaned or missing, and the edge serves these in "
                    + compared + " answers; the worker needed at most " + Math.round(worker.peakMegabytes()) + " MB";
        }
    }

    private static void change(
            BucketObjects objects, int originals, int changes, FaultyNotifications notifications, Random random)
            throws IOException {
        for (int i = 0; i < originals + changes; i++) {
            // First all are uploaded, then some are changed.
            String key = GeneratedPhotograph.key(i < originals ? i : random.nextInt(originals));
            if (i >= originals && random.nextInt(100) < DELETED_PERCENT) {
                objects.delete(key);
                notifications.removed(key);
            } else {
                byte[] picture = GeneratedPhotograph.jpeg(i);
                objects.put(key, picture);
                notifications.created(key, picture.length);
            }
        }
        notifications.sendRest();
    }

    private static void repair(QueueSite site, PrintStream out) throws IOException, InterruptedException {
        ChildJava bulk = site.startBulk("--missing-only");
        int status = bulk.status(PATIENCE);
        out.println("bulk: " + bulk.log().end(1));
        if (status != 0) {
            throw new BenchException("bulk --missing-only: expected exit status 0, got " + status);
        }
        Waiting.until("empty queues", PATIENCE, () -> site.messages() == 0);
    }

    /** Compares what the edge serves with the bucket: all derivatives, and all originals that are gone. */
    private static int compare(QueueSite site, Viewer viewer, int originals) throws IOException, InterruptedException {
        Set<String> present = new TreeSet<>(site.objects().originals());
        int answers = 0;
        for (int i = 0; i < originals; i++) {
            String key = GeneratedPhotograph.key(i);
            for (String size : RandomViewers.SIZES) {
                for (boolean acceptsWebp : new boolean[] {true, false}) {
                    HttpResponse<byte[]> answer = viewer.get(key, size, acceptsWebp);
                    answers++;
                    if (!present.contains(key)) {
                        expect(answer, answer.statusCode() == NOT_FOUND, "404, since the original is gone");
                    } else {
                        String derivative = size + (acceptsWebp ? "/webp/" : "/jpeg/") + key;
                        byte[] stored = site.objects().bytes(derivative);
                        expect(answer, Arrays.equals(answer.body(), stored), "the object " + derivative);
                    }
                }
            }
        }
        return answers;
    }

    private static void expect(HttpResponse<byte[]> answer, boolean isMet, String what) {
        if (!isMet) {
            throw new BenchException(answer.uri() + ": expected " + what + ", got status " + answer.statusCode() + ", "
                    + answer.headers().map());
        }
    }
}
