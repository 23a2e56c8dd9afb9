package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.bench.measurement.ResultRow;
import java.io.IOException;
import java.util.List;

/** Measures events of long-lived processes, in alternating blocks of edgepix and the peer. */
final class WarmEvents implements AutoCloseable {
    private static final int BLOCK = 10;

    private final FunctionRunner runner;
    private final FunctionPair pair;

    private WarmEvents(FunctionRunner runner, FunctionPair pair) {
        this.runner = runner;
        this.pair = pair;
    }

    static WarmEvents start(FunctionRunner runner, FunctionUnderTest ours, FunctionUnderTest peer) throws IOException {
        return new WarmEvents(runner, FunctionPair.start(runner, List.of("node"), ours, peer));
    }

    /** Measures one derivative in the given number of blocks of ten, after a warm-up block. */
    List<ResultRow> rows(EdgeCase edgeCase, int blocks) throws IOException {
        FunctionPair.Result millis = pair.measure(blocks, (side, measured) -> {
            for (int i = 0; i < BLOCK; i++) {
                measured.add(runner.millis(side.function(), side.process(), edgeCase));
            }
        });
        return List.of(row("warm p50", edgeCase, millis, 50), row("warm p99", edgeCase, millis, 99));
    }

    private ResultRow row(String name, EdgeCase edgeCase, FunctionPair.Result millis, int percent) {
        return edgeCase.row(
                name,
                pair.ours().value(millis.ours().percentile(percent)),
                pair.peer().value(millis.peer().percentile(percent)),
                "ms",
                millis.ours().count());
    }

    /** Returns the row with the peak memory of both processes so far. */
    ResultRow memory() throws IOException {
        return ResultRow.of(
                new ResultRow.Case("warm, peak memory", "all", "all", EdgeCase.FORMAT),
                pair.ours().value(ProcessMemory.peak(pair.ours().process().handle())),
                pair.peer().value(ProcessMemory.peak(pair.peer().process().handle())),
                "MB",
                1);
    }

    @Override
    public void close() {
        pair.close();
    }
}
