package io.edgepix.bench.edge;

/**
 * One time that the Java process was killed.
 *
 * @param inTime whether the request was still unanswered then
 * @param status of the request that was interrupted
 * @param next the answer to the request after it
 */
record KillResult(boolean inTime, int status, EdgeClient.Answer next) {
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
