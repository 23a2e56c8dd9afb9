package io.edgepix.imaging.pipeline;

import java.io.Serial;

/** Thrown if the heap is too small for a rendering. */
public final class RanOutException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception by the error of the heap, or by one that wraps it. */
    public RanOutException(Throwable cause) {
        super(cause);
    }
}
