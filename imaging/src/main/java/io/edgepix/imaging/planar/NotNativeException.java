package io.edgepix.imaging.planar;

import io.edgepix.imaging.model.Notice;
import java.io.Serial;
import java.util.Optional;

/** An original that native code leaves to the portable renderer. */
public final class NotNativeException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Notice> notice;

    /** Tells what of the original native code has no means for. */
    public NotNativeException(String why) {
        this(Optional.of(Notice.slower(why)), why);
    }

    /** Tells why native code failed. */
    public NotNativeException(String why, Throwable cause) {
        this(Optional.of(Notice.failed(why, cause)), why);
        initCause(cause);
    }

    private NotNativeException(Optional<Notice> notice, String message) {
        super(message);
        this.notice = notice;
    }

    /** Makes an exception for an original of which another renderer has told, or will tell, why. */
    public static NotNativeException untold() {
        return new NotNativeException(Optional.empty(), "told elsewhere");
    }

    /** Returns what the log is told. */
    public Optional<Notice> notice() {
        return notice;
    }
}
