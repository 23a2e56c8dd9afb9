package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.List;

/** Events back to back, in blocks by turns, to one process of each side that is limited to some processors. */
public final class Throughput implements AutoCloseable {
    private static final int BLOCK = 10;

    private final FunctionRunner runner;
    private final ProcessorSet processors;
    private final Side ours;
    private final Side peer;

    private Throughput(FunctionRunner runner, ProcessorSet processors, Side ours, Side peer) {
        this.runner = runner;
        this.processors = processors;
        this.ours = ours;
        this.peer = peer;
    }

    private record Side(FunctionUnderTest function, NodeProcess process) {}

    static Throughput start(
            FunctionRunner runner, ProcessorSet processors, FunctionUnderTest ours, FunctionUnderTest peer)
            throws IOException {
        List<String> node = processors.node();
        NodeProcess first = runner.start(node, ours);
        try {
            return new Throughput(runner, processors, new Side(ours, first), new Side(peer, runner.start(node, peer)));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** Measures one derivative in the given number of blocks of ten, after a block that only warms up. */
    ResultRow row(EdgeCase edgeCase, int blocks) throws IOException {
        Turns ourTurns = new Turns(ours);
        Turns peerTurns = new Turns(peer);
        for (Side side : List.of(ours, peer)) {
            new Turns(side).block(edgeCase);
        }
        for (int block = 0; block < blocks; block++) {
            for (Turns turns : Rounds.order(List.of(ourTurns, peerTurns), block)) {
                turns.block(edgeCase);
            }
        }
        return edgeCase.rate(
                "throughput, " + processors.count() + " vCPU",
                ourTurns.value(),
                peerTurns.value(),
                "events/s",
                blocks * BLOCK);
    }

    /** The measurements of one side. */
    private final class Turns {
        private final Side side;
        private final Measurements rates = new Measurements();

        Turns(Side side) {
            this.side = side;
        }

        void block(EdgeCase edgeCase) throws IOException {
            double millis = runner.millis(side.function, side.process, edgeCase, BLOCK);
            rates.add(perSecond(BLOCK, millis));
        }

        ResultRow.Value value() {
            return new ResultRow.Value(side.function.engine(), rates.median());
        }
    }

    static double perSecond(int events, double millis) {
        return events * 1000 / millis;
    }

    @Override
    public void close() {
        ours.process.close();
        peer.process.close();
    }
}
