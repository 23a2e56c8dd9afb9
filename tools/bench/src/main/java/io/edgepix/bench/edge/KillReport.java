package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import java.util.List;

/** A summary of many kills. */
record KillReport(List<KillResult> kills) {
    private static final double MOST_MILLIS = 3_000;

    String sentence() {
        return interrupted() + " of " + kills.size() + " really interrupted; " + errors() + " error answers, " + good()
                + " good answers after, the slowest after " + Math.round(slowest()) + " ms";
    }

    /**
     * Checks that every interrupted request was answered with an error, and every request after it with a picture.
     *
     * @throws BenchException if one was not
     */
    void require(int times) {
        if (errors() < times || good() < times || slowest() > MOST_MILLIS) {
            throw new BenchException("expected " + times + " error answers, and " + times + " good ones, each within "
                    + Math.round(MOST_MILLIS) + " ms");
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
