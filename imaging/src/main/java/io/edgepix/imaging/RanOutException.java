package io.edgepix.imaging;

import java.io.Serial;

/** The heap had no room for a render. */
final class RanOutException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RanOutException(Throwable cause) {
        super(cause);
    }
}
