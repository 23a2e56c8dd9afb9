package io.edgepix.comparison.peer;

import java.io.IOException;

/** Thrown if a child process did not answer: it took too long, or it ended. */
public final class LostPeerException extends IOException {
    private final boolean hung;

    LostPeerException(boolean hung, String message, Throwable cause) {
        super(message, cause);
        this.hung = hung;
    }

    /** Tells whether the process took too long and was killed. If not, it ended by itself. */
    public boolean isHung() {
        return hung;
    }
}
