package io.edgepix.imaging.model;

import java.io.IOException;

/**
 * A line for the log about derivatives that were rendered, but not in full or not at full speed.
 *
 * @param text the event, as a phrase
 */
public record Notice(Kind kind, String text) {
    /** The kinds by which a log counts notices. */
    public enum Kind {
        /** Part of the original is not in the derivatives. */
        LEFT_OUT,
        /** Slower code was used because the original is of an unusual kind or memory was short. */
        SLOWER,
        /** Slower code was used because of a fault in edgepix. */
        FAULT
    }

    /** Returns a notice of a part that is not in the derivatives. */
    public static Notice leftOut(String text) {
        return new Notice(Kind.LEFT_OUT, text);
    }

    /** Returns a notice of slower code that was used. */
    public static Notice slower(String text) {
        return new Notice(Kind.SLOWER, text);
    }

    /**
     * Returns a notice of code that failed.
     *
     * @param cause the failure. A damaged original (IOException) or a lack of memory is not a fault of edgepix
     */
    public static Notice failed(String text, Throwable cause) {
        boolean fault = !(cause instanceof IOException || cause instanceof OutOfMemoryError);
        return new Notice(fault ? Kind.FAULT : Kind.SLOWER, text + ": " + cause);
    }

    /** Returns this notice with words before its text. */
    public Notice after(String words) {
        return new Notice(kind, words + text);
    }
}
