package io.edgepix.imaging.pipeline;

import java.io.Serial;

/** The heap had no room for a render. */
public final class RanOutException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RanOutException(Throwable cause) {
        super(cause);
    }
}
