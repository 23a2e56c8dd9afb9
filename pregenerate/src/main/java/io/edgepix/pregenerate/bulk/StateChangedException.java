package io.edgepix.pregenerate.bulk;

/** Another process has written the state of the job since it was read. */
public final class StateChangedException extends RuntimeException {
    /** Creates an exception with the key of the changed object. */
    public StateChangedException(String key) {
        super(key + ": expected the version that this run wrote, got that of another run");
    }
}
