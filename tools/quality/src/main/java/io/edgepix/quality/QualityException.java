package io.edgepix.quality;

import io.edgepix.cli.CommandException;
import picocli.CommandLine;

/** A check of quality that cannot be made as asked; the message says what was expected. */
public final class QualityException extends CommandException {
    /** Ends the command with the status of a wrong call, since status 1 means that a picture is wrong. */
    public QualityException(String message) {
        super(message, CommandLine.ExitCode.USAGE);
    }
}
