package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs pregeneration under load and faults, and checks what is in the bucket in the end. */
public final class EnduranceBenchmark implements Benchmark {
    private static final List<EndurancePart> PARTS = List.of(
            new UploadsPart(),
            new KillsPart(),
            new ChangesPart(),
            new PoisonPart(),
            new LargePart(),
            new MemoryPart(),
            new DocumentsPart());

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        List<String> failed = new ArrayList<>();
        for (EndurancePart part : PARTS) {
            if (part.name().contains(setting.only()) && !isMet(part, setting)) {
                failed.add(part.name());
            }
        }
        if (!failed.isEmpty()) {
            throw new BenchException("endurance: expected every part to pass, got failures of " + failed);
        }
        return List.of();
    }

    private static boolean isMet(EndurancePart part, Setting setting) throws IOException {
        long start = System.nanoTime();
        String verdict;
        boolean isMet = false;
        try {
            verdict = part.run(setting.quick(), setting.out());
            isMet = true;
        } catch (BenchException e) {
            verdict = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        setting.out().println(part.name() + (isMet ? ": passed" : ": FAILED") + " after " + seconds + " s: " + verdict);
        return isMet;
    }
}
