package io.edgepix.bench;

/** A measurement that can't be made, or does not hold; the message says why. */
final class BenchException extends RuntimeException {
    BenchException(String message) {
        super(message);
    }
}
