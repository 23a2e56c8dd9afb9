package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Viewers that request random derivatives until they are stopped. */
final class RandomViewers {
    /** Presets and other rungs. */
    static final List<String> SIZES = List.of("200x", "300x", "368x", "500x", "720x", "1000x", "1440x");

    private static final int VIEWERS = 2;
    private static final long PAUSE_MILLIS = 30;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Viewer viewer;
    private final int first;
    private final int originals;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean stopping;

    private RandomViewers(Viewer viewer, int first, int originals) {
        this.viewer = viewer;
        this.first = first;
        this.originals = originals;
    }

    /** Starts viewers of the first originals of {@link GeneratedPhotograph#key}. */
    static RandomViewers start(Viewer viewer, int originals) {
        return start(viewer, 0, originals);
    }

    /**
     * Starts viewers of some originals.
     *
     * @param first the number of the first original, as in {@link GeneratedPhotograph#key}
     */
    static RandomViewers start(Viewer viewer, int first, int originals) {
        RandomViewers viewers = new RandomViewers(viewer, first, originals);
        for (int i = 0; i < VIEWERS; i++) {
            Random random = new Random(i);
            viewers.threads.add(Thread.ofPlatform().daemon().name("viewer-" + i).start(() -> viewers.ask(random)));
        }
        return viewers;
    }

    private void ask(Random random) {
        try {
            while (!stopping) {
                String key = GeneratedPhotograph.key(first + random.nextInt(originals));
                long start = System.nanoTime();
                viewer.get(key, SIZES.get(random.nextInt(SIZES.size())), random.nextBoolean());
                millis.add((System.nanoTime() - start) / NANOS_PER_MILLI);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            failure.set(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the last answers.
     *
     * @return the milliseconds of each answer
     * @throws BenchException if a request had no answer
     */
    List<Double> stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new BenchException("a request of a viewer: expected an answer, got " + failed);
        }
        return List.copyOf(millis);
    }
}
