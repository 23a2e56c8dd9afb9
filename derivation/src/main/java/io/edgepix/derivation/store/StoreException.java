package io.edgepix.derivation.store;

import org.jspecify.annotations.Nullable;

/** The store did not do what was asked of it. */
public final class StoreException extends Exception {
    /** Whose fault it is. */
    public enum Reason {
        /** There is no such object. */
        MISSING,
        /** The object has more bytes than allowed. */
        TOO_LARGE,
        /** The store failed or refused, or could not be reached. */
        FAILED
    }

    private final Reason reason;

    /** A failure, with its cause for the log. */
    public StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Whose fault it is. */
    public Reason reason() {
        return reason;
    }
}
