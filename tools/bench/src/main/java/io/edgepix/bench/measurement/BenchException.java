package io.edgepix.bench.measurement;

import io.edgepix.cli.CommandException;

/** A measurement that cannot be made, or a requirement that it does not meet; the message gives the reason. */
public final class BenchException extends CommandException {
    /** Ends the command with exit status 1. */
    public BenchException(String message) {
        super(message);
    }
}
