package io.edgepix.bench.edge;

/**
 * The answers around one kill of the Java process.
 *
 * @param inTime whether the request was unanswered at the time of the kill
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
