package io.edgepix.quality.conformance;

import io.edgepix.quality.OriginalFiles;
import io.edgepix.quality.QualityException;
import io.edgepix.quality.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders and compares all pictures of a folder, several at the same time. Each thread has its own child processes. */
final class ConformanceRun implements AutoCloseable {
    private static final int LANES = 2;

    private final List<Case> cases;
    private final List<String> engines;
    private final List<CasePeers> allPeers;
    private final @Nullable Browser browser;
    private final @Nullable ServedPair pair;
    private final Path scratch;

    private ConformanceRun(
            List<Case> cases,
            List<String> engines,
            List<CasePeers> allPeers,
            @Nullable Browser browser,
            @Nullable ServedPair pair,
            Path scratch) {
        this.cases = cases;
        this.engines = engines;
        this.allPeers = allPeers;
        this.browser = browser;
        this.pair = pair;
        this.scratch = scratch;
    }

    /**
     * Starts the processes of a run.
     *
     * @param chromium the browser that is the second judge, or null
     * @param served whether the pair is checked too
     */
    static ConformanceRun start(Path peer, boolean fast, @Nullable Path chromium, boolean served, List<Case> cases)
            throws IOException {
        Browser browser = chromium == null ? null : Browser.of(chromium, peer);
        ServedPair pair = served ? ServedPair.start(cases) : null;
        Path scratch = Files.createTempDirectory("edgepix-conformance");
        List<CasePeers> allPeers = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            Path folder = Files.createDirectory(scratch.resolve(Integer.toString(i)));
            ProcessBuilder.Redirect errors =
                    ProcessBuilder.Redirect.to(folder.resolve("stderr").toFile());
            allPeers.add(new CasePeers(Worker.in(folder, errors), new SharpPeer(peer, fast), browser, pair));
        }
        List<String> engines =
                List.copyOf(allPeers.getFirst().worker().engines().keySet());
        return new ConformanceRun(cases, engines, allPeers, browser, pair, scratch);
    }

    /** Returns the version of sharp. */
    String sharp() throws IOException {
        return allPeers.getFirst().sharp().version();
    }

    /** Passes the results to a consumer, picture by picture. */
    void run(OriginalFiles originals, Consumer<List<CaseResult>> taker) {
        BlockingQueue<CasePeers> free = new LinkedBlockingQueue<>(allPeers);
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<List<CaseResult>>> pending = new ArrayList<>();
            for (Path file : originals.files()) {
                pending.add(threads.submit(() -> {
                    CasePeers peers = free.take();
                    try {
                        return examine(peers, originals.name(file), file);
                    } finally {
                        free.add(peers);
                    }
                }));
            }
            for (Future<List<CaseResult>> each : pending) {
                taker.accept(each.get());
            }
        } catch (ExecutionException e) {
            throw new QualityException("cannot compare: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QualityException("interrupted");
        }
    }

    private List<CaseResult> examine(CasePeers peers, String name, Path file) throws IOException {
        byte[] original;
        try {
            original = OriginalFiles.read(file);
        } catch (IOException e) {
            return unread(name, String.valueOf(e.getMessage()));
        }
        return new PictureRun(peers, name, original).examine(cases, engines);
    }

    private List<CaseResult> unread(String name, String why) {
        List<CaseResult> results = new ArrayList<>();
        for (Case variant : cases) {
            engines.forEach(engine ->
                    results.add(new RowBuilder(new ConformanceRow.Request(name, variant, engine)).unread(why)));
        }
        return results;
    }

    @Override
    public void close() {
        allPeers.forEach(CasePeers::close);
        if (browser != null) {
            browser.close();
        }
        if (pair != null) {
            pair.close();
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
