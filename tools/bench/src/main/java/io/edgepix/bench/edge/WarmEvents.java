package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.List;

/** Events to long-lived processes, in blocks by turns of edgepix and the peer. */
final class WarmEvents implements AutoCloseable {
    private static final int BLOCK = 10;

    private final FunctionRunner runner;
    private final Side ours;
    private final Side peer;

    private WarmEvents(FunctionRunner runner, Side ours, Side peer) {
        this.runner = runner;
        this.ours = ours;
        this.peer = peer;
    }

    private record Side(FunctionUnderTest function, NodeProcess process) {}

    static WarmEvents start(FunctionRunner runner, FunctionUnderTest ours, FunctionUnderTest peer) throws IOException {
        NodeProcess first = runner.start(ours);
        try {
            return new WarmEvents(runner, new Side(ours, first), new Side(peer, runner.start(peer)));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** Measures one derivative in the given number of blocks of ten, after a block that only warms up. */
    List<ResultRow> rows(EdgeCase edgeCase, int blocks) throws IOException {
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
        return List.of(
                row("warm p50", edgeCase, ourTurns, peerTurns, 50), row("warm p99", edgeCase, ourTurns, peerTurns, 99));
    }

    private ResultRow row(String name, EdgeCase edgeCase, Turns ourTurns, Turns peerTurns, int percent) {
        return edgeCase.row(
                name,
                value(ours, ourTurns.millis.percentile(percent)),
                value(peer, peerTurns.millis.percentile(percent)),
                "ms",
                ourTurns.millis.count());
    }

    /** The measurements of one side. */
    private final class Turns {
        private final Side side;
        private final Measurements millis = new Measurements();

        Turns(Side side) {
            this.side = side;
        }

        void block(EdgeCase edgeCase) throws IOException {
            for (int i = 0; i < BLOCK; i++) {
                millis.add(runner.millis(side.function, side.process, edgeCase));
            }
        }
    }

    /** Returns the row of the peak memory of both processes until now. */
    ResultRow memory() throws IOException {
        return ResultRow.of(
                new ResultRow.Case("warm, peak memory", "all", "all", EdgeCase.FORMAT),
                value(ours, ProcessMemory.peak(ours.process.handle())),
                value(peer, ProcessMemory.peak(peer.process.handle())),
                "MB",
                1);
    }

    private static ResultRow.Value value(Side side, double value) {
        return new ResultRow.Value(side.function.engine(), value);
    }

    @Override
    public void close() {
        ours.process.close();
        peer.process.close();
    }
}
