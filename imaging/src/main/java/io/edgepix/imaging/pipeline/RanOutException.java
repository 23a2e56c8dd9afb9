package io.edgepix.imaging.pipeline;

import java.io.Serial;

/** Thrown if the heap is too small for a rendering. */
public final class RanOutException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception from an OutOfMemoryError, or from an exception that wraps one. */
    public RanOutException(Throwable cause) {
        super(cause);
    }
}
