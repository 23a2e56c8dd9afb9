package io.edgepix.bench.regional;

import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The time from the start of a process, or from the end of a restore, to the first derivative. */
final class RegionalStarts {
    /**
     * The results of one side: the milliseconds until it is loaded, those of the first event, their sum, processor time
     * of all, and the peak megabytes.
     */
    record Times(Measurements init, Measurements first, Measurements all, Measurements cpu, Measurements memory) {
        Times() {
            this(new Measurements(), new Measurements(), new Measurements(), new Measurements(), new Measurements());
        }
    }

    private final RegionalRunner runner;
    private final List<RuntimeSide> sides;
    private final Map<RuntimeSide, Times> times = new HashMap<>();

    /**
     * Creates the measurement.
     *
     * @param sides the peer is the last
     */
    RegionalStarts(RegionalRunner runner, List<RuntimeSide> sides) {
        this.runner = runner;
        this.sides = sides;
    }

    /** Measures every side for the given number of rounds, after one round that only fills the file caches. */
    void measure(EdgeCase edgeCase, int rounds) throws IOException {
        for (RuntimeSide side : sides) {
            run(side, edgeCase, new Times());
            times.put(side, new Times());
        }
        for (int round = 0; round < rounds; round++) {
            for (RuntimeSide side : Rounds.order(sides, round)) {
                run(side, edgeCase, of(side));
            }
        }
    }

    private void run(RuntimeSide side, EdgeCase edgeCase, Times into) throws IOException {
        try (RuntimeProcess process = runner.start(side)) {
            double init = process.awaitReady();
            double first = runner.millis(side, process, edgeCase);
            into.init.add(init);
            into.first.add(first);
            into.all.add(init + first);
            into.cpu.add(process.cpuMillis());
            into.memory.add(process.peakMegabytes());
        }
    }

    Times of(RuntimeSide side) {
        return Objects.requireNonNull(times.get(side));
    }

    /** Returns the rows that compare every other side with the last one. */
    List<ResultRow> rows(EdgeCase edgeCase) {
        RuntimeSide peer = sides.getLast();
        List<ResultRow> rows = new ArrayList<>();
        for (RuntimeSide ours : sides.subList(0, sides.size() - 1)) {
            int runs = of(ours).all.count();
            rows.add(edgeCase.row(
                    "cold" + ours.variant(), median(ours, of(ours).all), median(peer, of(peer).all), "ms", runs));
            rows.add(edgeCase.row(
                    "cold" + ours.variant() + ", peak memory",
                    median(ours, of(ours).memory),
                    median(peer, of(peer).memory),
                    "MB",
                    runs));
        }
        return rows;
    }

    private static ResultRow.Value median(RuntimeSide side, Measurements measured) {
        return new ResultRow.Value(side.engine(), measured.median());
    }
}
