package io.edgepix.bench;

/** A measurement that can't be made, or does not hold; the message says why. */
public final class BenchException extends RuntimeException {
    /** Says what. */
    public BenchException(String message) {
        super(message);
    }
}
