package io.edgepix.comparison.peer;

import java.io.IOException;

/** A child process gave no answer: it took too long, or it ended. */
public final class LostPeerException extends IOException {
    private final boolean hung;

    LostPeerException(boolean hung, String message, Throwable cause) {
        super(message, cause);
        this.hung = hung;
    }

    /** Tells whether the process took too long and was killed; else it ended by itself. */
    public boolean isHung() {
        return hung;
    }
}
