package io.edgepix.comparison.peer;

import java.io.IOException;

/** A child gave no answer: it took too long, or it ended. */
public final class LostPeerException extends IOException {
    private final boolean hung;

    LostPeerException(boolean hung, String message, Throwable cause) {
        super(message, cause);
        this.hung = hung;
    }

    /** Whether it was still at work, and was ended for that; else it ended by itself. */
    public boolean isHung() {
        return hung;
    }
}
