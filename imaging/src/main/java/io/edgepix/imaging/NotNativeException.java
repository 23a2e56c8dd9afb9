package io.edgepix.imaging;

import org.jspecify.annotations.Nullable;

/** Says why native code does not render a picture; the message is for the log, null where there is nothing to say. */
final class NotNativeException extends Exception {
    NotNativeException(@Nullable String why) {
        super(why);
    }
}
