package io.edgepix.derivative;

/** A request that cannot be answered as it was asked; the message is one sentence for the viewer. Status 400. */
public final class MalformedException extends RuntimeException {
    /** A complaint for the viewer: one sentence that says what is allowed. */
    public MalformedException(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence for the viewer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
