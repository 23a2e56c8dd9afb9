package io.edgepix.derivation;

/** A derivative cannot be returned. The message is one sentence for the viewer and does not contain the cause. */
public final class DerivationException extends Exception {
    private final int status;

    /**
     * Creates an exception without a stack trace.
     *
     * @param status an HTTP status
     */
    public DerivationException(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the sentence for the viewer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
