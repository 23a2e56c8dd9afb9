package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From starting Node.js to the first derivative in hand, with a new process each time. */
final class ColdStarts {
    private final FunctionRunner stage;
    private final List<FunctionUnderTest> contestants;
    private final Map<FunctionUnderTest, Seen> seen = new HashMap<>();

    ColdStarts(FunctionRunner stage, List<FunctionUnderTest> contestants) {
        this.stage = stage;
        this.contestants = contestants;
    }

    /** What one contestant took: milliseconds until loaded, for the first event and together, and peak megabytes. */
    record Seen(Measurements init, Measurements first, Measurements all, Measurements memory) {
        Seen() {
            this(new Measurements(), new Measurements(), new Measurements(), new Measurements());
        }
    }

    /** Dimensions everyone so many times, after a round that only fills the caches of files. */
    void measure(EdgeCase shot, int rounds) throws IOException {
        for (FunctionUnderTest contestant : contestants) {
            run(contestant, shot, new Seen());
            seen.put(contestant, new Seen());
        }
        for (int round = 0; round < rounds; round++) {
            for (FunctionUnderTest contestant : Rounds.order(contestants, round)) {
                run(contestant, shot, of(contestant));
            }
        }
    }

    private void run(FunctionUnderTest contestant, EdgeCase shot, Seen into) throws IOException {
        long start = System.nanoTime();
        try (NodeProcess process = stage.start(contestant)) {
            double init = Stopwatch.millisSince(start);
            double first = stage.millis(contestant, process, shot);
            into.init.add(init);
            into.first.add(first);
            into.all.add(init + first);
            into.memory.add(ProcessMemory.peak(process.handle()));
        }
    }

    Seen of(FunctionUnderTest contestant) {
        return Objects.requireNonNull(seen.get(contestant));
    }

    /** Rows of everyone but the last, against the last. */
    List<ResultRow> rows(EdgeCase shot) {
        FunctionUnderTest peer = contestants.getLast();
        List<ResultRow> rows = new ArrayList<>();
        for (FunctionUnderTest ours : contestants.subList(0, contestants.size() - 1)) {
            int runs = of(ours).all.count();
            rows.add(shot.row(
                    "cold" + ours.variant(), median(ours, of(ours).all), median(peer, of(peer).all), "ms", runs));
            rows.add(shot.row(
                    "cold" + ours.variant() + ", peak memory",
                    median(ours, of(ours).memory),
                    median(peer, of(peer).memory),
                    "MB",
                    runs));
        }
        return rows;
    }

    private static ResultRow.Value median(FunctionUnderTest contestant, Measurements samples) {
        return new ResultRow.Value(contestant.engine(), samples.median());
    }
}
