package io.edgepix.cli;

/** Something that whoever called the program can put right; the message says what. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
