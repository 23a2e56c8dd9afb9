package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.List;

/** Our function and the peer's, each in a long-lived process, measured alternately. */
record FunctionPair(Side ours, Side peer) implements AutoCloseable {
    /** A function and its process. */
    record Side(FunctionUnderTest function, NodeProcess process) {
        ResultRow.Value value(double value) {
            return new ResultRow.Value(function.engine(), value);
        }
    }

    /** The measurements of both sides. */
    record Result(Measurements ours, Measurements peer) {}

    /** A block of events. The sides alternate after each block. */
    @FunctionalInterface
    interface Block {
        void run(Side side, Measurements measured) throws IOException;
    }

    /**
     * Starts both processes.
     *
     * @param node the command that runs Node.js
     */
    static FunctionPair start(FunctionRunner runner, List<String> node, FunctionUnderTest ours, FunctionUnderTest peer)
            throws IOException {
        NodeProcess first = runner.start(node, ours);
        try {
            return new FunctionPair(new Side(ours, first), new Side(peer, runner.start(node, peer)));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** Measures the given number of blocks of each side alternately, after one warm-up block of each. */
    Result measure(int blocks, Block block) throws IOException {
        Result result = new Result(new Measurements(), new Measurements());
        for (Side side : List.of(ours, peer)) {
            block.run(side, new Measurements());
        }
        for (int round = 0; round < blocks; round++) {
            for (Side side : Rounds.order(List.of(ours, peer), round)) {
                block.run(side, side.equals(ours) ? result.ours : result.peer);
            }
        }
        return result;
    }

    @Override
    public void close() {
        ours.process.close();
        peer.process.close();
    }
}
