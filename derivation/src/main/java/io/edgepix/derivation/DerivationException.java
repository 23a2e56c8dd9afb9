package io.edgepix.derivation;

/** A derivative that is not answered; the message is one sentence for the viewer, the cause is not in it. */
public final class DerivationException extends Exception {
    private final int status;

    public DerivationException(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
