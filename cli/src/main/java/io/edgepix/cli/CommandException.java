package io.edgepix.cli;

/** An error that the user of a command can fix. The message names what was expected and what was given. */
public class CommandException extends RuntimeException {
    private static final int FAILED = 1;

    private final int status;

    /** Ends the command with exit status 1. */
    public CommandException(String message) {
        this(message, FAILED);
    }

    /** Ends the command with the given exit status. */
    public CommandException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Ends the command with exit status 1, and keeps the cause. */
    public CommandException(String message, Throwable cause) {
        super(message, cause);
        this.status = FAILED;
    }

    /** Ends the command with exit status 1 if something is wrong. */
    public static void refuseIf(boolean isWrong, String complaint) {
        if (isWrong) {
            throw new CommandException(complaint);
        }
    }

    /** Returns the exit status of the command. */
    public int status() {
        return status;
    }
}
