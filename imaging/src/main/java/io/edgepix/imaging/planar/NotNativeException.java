package io.edgepix.imaging.planar;

import io.edgepix.imaging.model.Notice;
import java.io.Serial;
import java.util.Optional;

/** Thrown for an original that native code leaves to the portable renderer. */
public final class NotNativeException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Notice> notice;

    /** Creates an exception for a feature of the original that native code does not support. */
    public NotNativeException(String why) {
        this(Optional.of(Notice.slower(why)), why);
    }

    /** Creates an exception for a failure of native code. */
    public NotNativeException(String why, Throwable cause) {
        this(Optional.of(Notice.failed(why, cause)), why);
        initCause(cause);
    }

    private NotNativeException(Optional<Notice> notice, String message) {
        super(message);
        this.notice = notice;
    }

    /** Returns an exception without a notice, because another renderer logs the reason. */
    public static NotNativeException untold() {
        return new NotNativeException(Optional.empty(), "logged elsewhere");
    }

    /** Returns the notice for the log; empty if another renderer logs the reason. */
    public Optional<Notice> notice() {
        return notice;
    }
}
