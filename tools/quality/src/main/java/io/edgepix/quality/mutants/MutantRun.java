package io.edgepix.quality.mutants;

import io.edgepix.derivative.Format;
import io.edgepix.quality.QualityException;
import io.edgepix.quality.damage.Damage;
import io.edgepix.quality.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;

/** Renders mutants, two at the same time, counts the outcomes, and stores the failures. */
final class MutantRun implements AutoCloseable {
    private static final int LANES = 2;
    private static final int BATCH = 200;

    private final List<MutantPeers> allPeers;
    private final BlockingQueue<MutantPeers> free;
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES);
    private final Path keep;
    private final MutantReport report;

    private MutantRun(List<MutantPeers> allPeers, Path keep, MutantReport report) {
        this.allPeers = allPeers;
        this.free = new LinkedBlockingQueue<>(allPeers);
        this.keep = keep;
        this.report = report;
    }

    static MutantRun start(Path peer, Path keep, MutantReport report) throws IOException {
        Path folder = Files.createDirectories(keep).toRealPath();
        List<MutantPeers> allPeers = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            Worker worker = Worker.in(
                    folder,
                    ProcessBuilder.Redirect.to(folder.resolve("stderr-" + i).toFile()));
            Map<String, Set<Format>> engines = worker.engines();
            allPeers.add(new MutantPeers(worker, new SecondDecoder(peer), engines));
        }
        return new MutantRun(allPeers, folder, report);
    }

    /**
     * Renders all pictures undamaged, then generated pictures that need a lot of work, then mutants of the pictures
     * that can be rendered.
     *
     * @return the number of pictures that can be rendered
     */
    int run(SeedPictures pictures, long seed, int count) {
        List<SeedPicture> good = new ArrayList<>();
        renderAll(0, pictures.all().size(), i -> whole(-1 - i, pictures.all().get(i)))
                .forEach((number, results) -> {
                    if (results.stream().anyMatch(result -> result.fate() == MutantOutcome.RENDERED)) {
                        good.add(pictures.all().get(number));
                    }
                });
        if (good.isEmpty()) {
            throw new QualityException("DIR: expected a picture that can be rendered, got none");
        }
        CostlyPictures costly = new CostlyPictures();
        renderAll(0, costly.count(), i -> costly.mutant(seed, i));
        System.err.println("dev: " + costly.count() + " costly pictures");
        SeedPictures rendered = new SeedPictures(good);
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(count, from + BATCH);
            renderAll(from, to, i -> Mutant.of(seed, i, rendered.of(i)));
            System.err.println("dev: " + to + " of " + count);
        }
        return good.size();
    }

    private static Mutant whole(int number, SeedPicture picture) {
        return new Mutant(number, picture.name(), picture.bytes(), Damage.NONE, picture.bytes(), MutantRequest.plain());
    }

    private Map<Integer, List<MutantResult>> renderAll(int from, int to, IntFunction<Mutant> mutants) {
        Map<Integer, Future<List<MutantResult>>> pending = new TreeMap<>();
        for (int i = from; i < to; i++) {
            int number = i;
            pending.put(i, threads.submit(() -> render(mutants.apply(number))));
        }
        Map<Integer, List<MutantResult>> results = new TreeMap<>();
        pending.forEach((number, future) -> results.put(number, take(future)));
        return results;
    }

    private List<MutantResult> render(Mutant mutant) throws IOException, InterruptedException {
        MutantPeers peers = free.take();
        try {
            return peers.render(mutant);
        } finally {
            free.add(peers);
        }
    }

    private List<MutantResult> take(Future<List<MutantResult>> future) {
        try {
            List<MutantResult> results = future.get();
            for (MutantResult result : results) {
                report.add(result);
                if (result.fate().isBad()) {
                    keep(result);
                }
            }
            return results;
        } catch (ExecutionException | IOException e) {
            throw new QualityException("cannot continue: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QualityException("interrupted");
        }
    }

    /** Stores the small picture that needed the most processor time. */
    void keepCostliest() throws IOException {
        Optional<MutantResult> costliest = report.costliest();
        if (costliest.isPresent()) {
            keep(costliest.get(), "costliest-");
        }
    }

    private void keep(MutantResult result) throws IOException {
        System.err.println("dev: " + result.story());
        keep(result, "");
    }

    private void keep(MutantResult result, String before) throws IOException {
        Mutant mutant = result.mutant();
        String name = before + mutant.number() + "-" + result.engine() + "-"
                + result.fate().name().toLowerCase(Locale.ROOT) + "-"
                + mutant.picture().replace('/', '-');
        Files.write(keep.resolve(name), mutant.bytes());
        Files.writeString(keep.resolve(name + ".txt"), result.story() + "\n");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        allPeers.forEach(MutantPeers::close);
    }
}
