package io.edgepix.packaging;

import io.edgepix.cli.CommandException;

/** Thrown if a package cannot be built or would not run. The message contains the reason. */
final class PackagingException extends CommandException {
    PackagingException(String message) {
        super(message);
    }

    PackagingException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
