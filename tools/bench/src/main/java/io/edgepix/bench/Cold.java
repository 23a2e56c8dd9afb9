package io.edgepix.bench;

import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From starting Node.js to the first derivative in hand, with a new process each time. */
final class Cold {
    private final Stage stage;
    private final List<Contestant> contestants;
    private final Map<Contestant, Seen> seen = new HashMap<>();

    Cold(Stage stage, List<Contestant> contestants) {
        this.stage = stage;
        this.contestants = contestants;
    }

    /** What one contestant took: milliseconds until loaded, for the first event and together, and peak megabytes. */
    record Seen(Samples init, Samples first, Samples all, Samples memory) {
        Seen() {
            this(new Samples(), new Samples(), new Samples(), new Samples());
        }
    }

    /** Measures everyone so many times, after a round that only fills the caches of files. */
    void measure(Shot shot, int rounds) throws IOException {
        for (Contestant contestant : contestants) {
            run(contestant, shot, new Seen());
            seen.put(contestant, new Seen());
        }
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : Rounds.order(contestants, round)) {
                run(contestant, shot, of(contestant));
            }
        }
    }

    private void run(Contestant contestant, Shot shot, Seen into) throws IOException {
        long start = System.nanoTime();
        try (NodeProcess process = stage.start(contestant)) {
            double init = Stopwatch.millisSince(start);
            double first = stage.millis(contestant, process, shot);
            into.init.add(init);
            into.first.add(first);
            into.all.add(init + first);
            into.memory.add(Memory.peak(process.handle()));
        }
    }

    Seen of(Contestant contestant) {
        return Objects.requireNonNull(seen.get(contestant));
    }

    /** Rows of everyone but the last, against the last. */
    List<Row> rows(Shot shot) {
        Contestant peer = contestants.getLast();
        List<Row> rows = new ArrayList<>();
        for (Contestant ours : contestants.subList(0, contestants.size() - 1)) {
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

    private static Row.Value median(Contestant contestant, Samples samples) {
        return new Row.Value(contestant.engine(), samples.median());
    }
}
