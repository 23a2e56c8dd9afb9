package io.edgepix.pregenerate.message;

/** A message can never be processed. Its message says what was expected. */
public final class MalformedMessageException extends Exception {
    MalformedMessageException(String message) {
        super(message, null, false, false);
    }
}
