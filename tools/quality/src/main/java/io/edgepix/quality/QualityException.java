package io.edgepix.quality;

import io.edgepix.cli.CommandException;
import picocli.CommandLine;

/** Thrown if a check cannot run with the given arguments. The message names the expected value. */
public final class QualityException extends CommandException {
    /** Ends the command with the status for wrong arguments, since status 1 means that a picture is wrong. */
    public QualityException(String message) {
        super(message, CommandLine.ExitCode.USAGE);
    }
}
