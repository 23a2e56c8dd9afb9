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

/** The time from the start of Node.js to the first derivative, with a new process each time. */
final class ColdStarts {
    /**
     * The results of one function: the milliseconds until it is loaded, those of the first event, their sum, and the
     * peak megabytes.
     */
    record StartTimes(Measurements init, Measurements first, Measurements all, Measurements memory) {
        StartTimes() {
            this(new Measurements(), new Measurements(), new Measurements(), new Measurements());
        }
    }

    private final FunctionRunner runner;
    private final List<FunctionUnderTest> functions;
    private final Map<FunctionUnderTest, StartTimes> times = new HashMap<>();

    ColdStarts(FunctionRunner runner, List<FunctionUnderTest> functions) {
        this.runner = runner;
        this.functions = functions;
    }

    /** Measures every function for the given number of rounds, after one round that only fills the file caches. */
    void measure(EdgeCase edgeCase, int rounds) throws IOException {
        for (FunctionUnderTest function : functions) {
            run(function, edgeCase, new StartTimes());
            times.put(function, new StartTimes());
        }
        for (int round = 0; round < rounds; round++) {
            for (FunctionUnderTest function : Rounds.order(functions, round)) {
                run(function, edgeCase, of(function));
            }
        }
    }

    private void run(FunctionUnderTest function, EdgeCase edgeCase, StartTimes into) throws IOException {
        long start = System.nanoTime();
        try (NodeProcess process = runner.start(function)) {
            double init = Stopwatch.millisSince(start);
            double first = runner.millis(function, process, edgeCase);
            into.init.add(init);
            into.first.add(first);
            into.all.add(init + first);
            into.memory.add(ProcessMemory.peak(process.handle()));
        }
    }

    StartTimes of(FunctionUnderTest function) {
        return Objects.requireNonNull(times.get(function));
    }

    /** Returns the rows that compare every other function with the last one. */
    List<ResultRow> rows(EdgeCase edgeCase) {
        FunctionUnderTest peer = functions.getLast();
        List<ResultRow> rows = new ArrayList<>();
        for (FunctionUnderTest ours : functions.subList(0, functions.size() - 1)) {
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

    private static ResultRow.Value median(FunctionUnderTest function, Measurements samples) {
        return new ResultRow.Value(function.engine(), samples.median());
    }
}
