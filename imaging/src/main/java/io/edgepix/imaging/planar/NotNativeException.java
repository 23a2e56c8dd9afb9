package io.edgepix.imaging.planar;

import org.jspecify.annotations.Nullable;

/** Says why native code does not render a picture; the message is for the log, null where there is nothing to say. */
public final class NotNativeException extends Exception {
    public NotNativeException(@Nullable String why) {
        super(why);
    }
}
