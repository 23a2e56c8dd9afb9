package io.edgepix.derivation.store;

import org.jspecify.annotations.Nullable;

/** A call of a store failed. */
public final class StoreException extends Exception {
    /** The reason of the failure. */
    public enum Reason {
        /** There is no such object. */
        MISSING,
        /** The object has more bytes than allowed. */
        TOO_LARGE,
        /** The store failed or refused, or could not be reached. */
        FAILED
    }

    private final Reason reason;

    /** Creates an exception with a message and a cause for the log. */
    public StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }
}
