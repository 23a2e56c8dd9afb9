package io.edgepix.packaging;

import io.edgepix.cli.CommandException;

/** A package that cannot be made or would not run; the message gives the reason. */
final class PackagingException extends CommandException {
    PackagingException(String message) {
        super(message);
    }

    PackagingException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
