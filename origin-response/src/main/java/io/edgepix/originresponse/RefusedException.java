package io.edgepix.originresponse;

/** A derivative that is not answered; the message is one sentence for the viewer, the cause is not in it. */
final class RefusedException extends Exception {
    private final int status;

    RefusedException(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
