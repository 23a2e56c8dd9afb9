package io.edgepix.imaging.model;

import java.io.IOException;

/**
 * A line for the log about derivatives that were made, though not as they could be, or not as fast.
 *
 * @param text what happened, as a phrase
 */
public record Notice(Kind kind, String text) {
    /** What a log counts notices by. */
    public enum Kind {
        /** Something of the original is not in the derivatives. */
        LEFT_OUT,
        /** Slower code did it, since the original is of an unusual kind or memory was short. */
        SLOWER,
        /** Slower code did it, since code of edgepix failed that should not have. */
        FAULT
    }

    /** Makes a notice of something that is not in the derivatives. */
    public static Notice leftOut(String text) {
        return new Notice(Kind.LEFT_OUT, text);
    }

    /** Makes a notice of slower code that had to do it. */
    public static Notice slower(String text) {
        return new Notice(Kind.SLOWER, text);
    }

    /**
     * Makes a notice of code that failed.
     *
     * @param cause of which one that says no more than that the original is damaged, or that memory was short, is no fault
     */
    public static Notice failed(String text, Throwable cause) {
        boolean fault = !(cause instanceof IOException || cause instanceof OutOfMemoryError);
        return new Notice(fault ? Kind.FAULT : Kind.SLOWER, text + ": " + cause);
    }

    /** Returns the same kind of notice with words before it. */
    public Notice after(String words) {
        return new Notice(kind, words + text);
    }
}
