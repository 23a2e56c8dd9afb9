package io.edgepix.pregenerate.worker;

/** The delays between the deliveries of a message whose work failed. */
final class RetryDelay {
    /** The delay after the first delivery. */
    static final int FIRST_SECONDS = 30;

    private static final int MAX_SECONDS = 900;
    private static final int MAX_DOUBLINGS = 10;

    private RetryDelay() {}

    /** Returns the delay after a number of deliveries. It doubles each time. */
    static int seconds(int deliveries) {
        return Math.min(MAX_SECONDS, FIRST_SECONDS << Math.min(MAX_DOUBLINGS, deliveries - 1));
    }
}
