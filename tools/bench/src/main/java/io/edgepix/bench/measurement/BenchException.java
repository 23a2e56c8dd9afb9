package io.edgepix.bench.measurement;

import io.edgepix.cli.CommandException;

/** Thrown if a measurement is not possible or does not meet a requirement. The message contains the reason. */
public final class BenchException extends CommandException {
    /** Ends the command with exit status 1. */
    public BenchException(String message) {
        super(message);
    }
}
