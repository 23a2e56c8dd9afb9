package io.edgepix.pregenerate.bulk;

/** A bulk job that cannot continue. The message names what was expected, and what was there. */
public final class BulkException extends RuntimeException {
    /** Creates an exception with a message for the user. */
    public BulkException(String message) {
        super(message);
    }

    /** Creates an exception with a message for the user and a cause. */
    public BulkException(String message, Throwable cause) {
        super(message, cause);
    }
}
