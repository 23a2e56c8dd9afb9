package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.io.IOException;

/** Calls code that reads an original, and converts its exceptions: the original is damaged, or memory ran out. */
final class Reading {
    /** A call that reads an original. */
    interface Call<T> {
        T run() throws IOException, UnrenderableException;
    }

    private Reading() {}

    /**
     * Runs a call. Damaged bytes can make decoders throw any exception.
     *
     * @throws UnrenderableException if the original is damaged
     * @throws RanOutException if the heap is too small
     */
    static <T> T of(Decoder decoder, Call<T> call) throws UnrenderableException {
        try {
            return call.run();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (ranOut(e)) {
                throw new RanOutException(e);
            }
            throw broken(decoder, e);
        } catch (OutOfMemoryError e) {
            throw new RanOutException(e);
        }
    }

    /** Tells whether an exception wraps an OutOfMemoryError, as some readers do. */
    static boolean ranOut(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static UnrenderableException broken(Decoder decoder, Throwable cause) {
        return new UnrenderableException(
                Reason.BROKEN, "The " + decoder.name() + " is damaged, cut short or of an unsupported kind.", cause);
    }
}
