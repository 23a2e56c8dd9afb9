package io.edgepix.derivative;

/** A request that is answered with status 400; the message is one sentence for the viewer. */
public final class MalformedException extends RuntimeException {
    /** Creates the exception with a sentence for the viewer that says what is allowed. */
    public MalformedException(String sentence) {
        super(sentence, null, false, false);
    }

    /** Returns the sentence for the viewer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
