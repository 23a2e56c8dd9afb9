package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.ResultRow;
import java.io.IOException;

/** Measures events without pauses, in alternating blocks. Each side has one process, limited to some processors. */
public final class Throughput implements AutoCloseable {
    private static final int BLOCK = 10;

    private final FunctionRunner runner;
    private final ProcessorSet processors;
    private final FunctionPair pair;

    private Throughput(FunctionRunner runner, ProcessorSet processors, FunctionPair pair) {
        this.runner = runner;
        this.processors = processors;
        this.pair = pair;
    }

    static Throughput start(
            FunctionRunner runner, ProcessorSet processors, FunctionUnderTest ours, FunctionUnderTest peer)
            throws IOException {
        return new Throughput(runner, processors, FunctionPair.start(runner, processors.node(), ours, peer));
    }

    /** Measures one derivative in the given number of blocks of ten, after a warm-up block. */
    ResultRow row(EdgeCase edgeCase, int blocks) throws IOException {
        FunctionPair.Result rates = pair.measure(
                blocks,
                (side, measured) -> measured.add(
                        perSecond(BLOCK, runner.millis(side.function(), side.process(), edgeCase, BLOCK))));
        return edgeCase.rate(
                "throughput, " + processors.count() + " vCPU",
                pair.ours().value(rates.ours().median()),
                pair.peer().value(rates.peer().median()),
                "events/s",
                blocks * BLOCK);
    }

    static double perSecond(int events, double millis) {
        return events * 1000 / millis;
    }

    @Override
    public void close() {
        pair.close();
    }
}
