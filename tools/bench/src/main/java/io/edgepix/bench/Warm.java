package io.edgepix.bench;

import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.List;

/** Events to processes that are kept, ours and the peer's in turns of a few events. */
final class Warm implements AutoCloseable {
    private static final int BLOCK = 10;

    private final Stage stage;
    private final Side ours;
    private final Side peer;

    private Warm(Stage stage, Side ours, Side peer) {
        this.stage = stage;
        this.ours = ours;
        this.peer = peer;
    }

    private record Side(Contestant contestant, NodeProcess process) {}

    static Warm start(Stage stage, Contestant ours, Contestant peer) throws IOException {
        NodeProcess first = stage.start(ours);
        try {
            return new Warm(stage, new Side(ours, first), new Side(peer, stage.start(peer)));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** Measures one derivative in so many blocks of ten, after a block that only warms up. */
    List<Row> rows(Shot shot, int blocks) throws IOException {
        Turns ourTurns = new Turns(ours);
        Turns peerTurns = new Turns(peer);
        for (Side side : List.of(ours, peer)) {
            new Turns(side).block(shot);
        }
        for (int block = 0; block < blocks; block++) {
            for (Turns turns : Rounds.order(List.of(ourTurns, peerTurns), block)) {
                turns.block(shot);
            }
        }
        return List.of(row("warm p50", shot, ourTurns, peerTurns, 50), row("warm p99", shot, ourTurns, peerTurns, 99));
    }

    private Row row(String name, Shot shot, Turns ourTurns, Turns peerTurns, int percent) {
        return shot.row(
                name,
                value(ours, ourTurns.millis.percentile(percent)),
                value(peer, peerTurns.millis.percentile(percent)),
                "ms",
                ourTurns.millis.count());
    }

    /** What one side is measured in. */
    private final class Turns {
        private final Side side;
        private final Samples millis = new Samples();

        Turns(Side side) {
            this.side = side;
        }

        void block(Shot shot) throws IOException {
            for (int i = 0; i < BLOCK; i++) {
                millis.add(stage.millis(side.contestant, side.process, shot));
            }
        }
    }

    /** What both have needed until now. */
    Row memory() throws IOException {
        return Row.of(
                "warm, peak memory",
                "all",
                "all",
                Shot.FORMAT,
                value(ours, Memory.peak(ours.process.handle())),
                value(peer, Memory.peak(peer.process.handle())),
                "MB",
                1);
    }

    private static Row.Value value(Side side, double value) {
        return new Row.Value(side.contestant.engine(), value);
    }

    @Override
    public void close() {
        ours.process.close();
        peer.process.close();
    }
}
