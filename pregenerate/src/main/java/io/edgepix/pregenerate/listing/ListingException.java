package io.edgepix.pregenerate.listing;

/** A listing or an inventory that cannot be used. The message names the place, and what was expected. */
public final class ListingException extends RuntimeException {
    /** Creates an exception with a message for the user. */
    public ListingException(String message) {
        super(message);
    }

    /** Creates an exception with a message for the user and a cause. */
    public ListingException(String message, Throwable cause) {
        super(message, cause);
    }
}
