package io.edgepix.cli;

/** Something that whoever called the program can put right; the message says what. */
final class CommandException extends RuntimeException {
    CommandException(String message) {
        super(message);
    }
}
