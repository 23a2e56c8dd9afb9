package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import java.util.List;

/** A summary of many kills. */
record KillReport(List<Kill> kills) {
    private static final double MOST_MILLIS = 3_000;

    /**
     * The answers around one kill of the Java process.
     *
     * @param inTime whether the request was unanswered at the time of the kill
     * @param status the status of the interrupted request
     * @param next the answer to the request after it
     */
    record Kill(boolean inTime, int status, EdgeClient.Answer next) {
        String sentence() {
            return (inTime ? "killed" : "killed too late") + ": " + status + "; then " + next.status() + " after "
                    + Math.round(next.millis()) + " ms";
        }

        boolean isErrorAnswered() {
            return inTime && status >= 500;
        }

        boolean isNextGood() {
            return next.status() == 200;
        }
    }

    String sentence() {
        return interrupted() + " of " + kills.size() + " interrupted; " + errors() + " error answers, " + good()
                + " good answers afterwards, the slowest after " + Math.round(slowest()) + " ms";
    }

    /**
     * Checks that every interrupted request was answered with an error, and every request after it with a picture.
     *
     * @throws BenchException if an answer is different, or slow
     */
    void require(int times) {
        if (errors() < times || good() < times || slowest() > MOST_MILLIS) {
            throw new BenchException("expected " + times + " error answers, and " + times + " good ones, each within "
                    + Math.round(MOST_MILLIS) + " ms");
        }
    }

    private long interrupted() {
        return kills.stream().filter(Kill::inTime).count();
    }

    private long errors() {
        return kills.stream().filter(Kill::isErrorAnswered).count();
    }

    private long good() {
        return kills.stream().filter(Kill::isNextGood).count();
    }

    private double slowest() {
        return kills.stream().mapToDouble(kill -> kill.next().millis()).max().orElse(0);
    }
}
