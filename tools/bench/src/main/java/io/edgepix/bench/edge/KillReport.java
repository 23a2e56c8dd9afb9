package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import java.util.List;

/** What many kills come to. */
record KillReport(List<KillResult> kills) {
    private static final double MOST_MILLIS = 3_000;

    String sentence() {
        return interrupted() + " of " + kills.size() + " really interrupted; " + errors() + " error answers, " + good()
                + " good answers after, the slowest after " + Math.round(slowest()) + " ms";
    }

    /**
     * Throws where not every one of so many was answered, and went on, as it should.
     *
     * @throws BenchException saying what should have been
     */
    void require(int times) {
        if (errors() < times || good() < times || slowest() > MOST_MILLIS) {
            throw new BenchException("there should have been " + times + " error answers, and " + times
                    + " good ones, each within " + Math.round(MOST_MILLIS) + " ms");
        }
    }

    private long interrupted() {
        return kills.stream().filter(KillResult::inTime).count();
    }

    private long errors() {
        return kills.stream().filter(KillResult::isErrorAnswered).count();
    }

    private long good() {
        return kills.stream().filter(KillResult::isNextGood).count();
    }

    private double slowest() {
        return kills.stream().mapToDouble(kill -> kill.next().millis()).max().orElse(0);
    }
}
