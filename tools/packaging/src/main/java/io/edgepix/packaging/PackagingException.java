package io.edgepix.packaging;

/** A package cannot be made, or would not run; the message says why. */
final class PackagingException extends RuntimeException {
    PackagingException(String message) {
        super(message);
    }

    PackagingException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
