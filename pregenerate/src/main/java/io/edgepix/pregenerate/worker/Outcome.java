package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.original.OriginalResult;

/** The outcome of the work for one original. */
public sealed interface Outcome {
    /** The derivatives agree with the original. */
    record Done(OriginalResult result) implements Outcome {}

    /** The object is not a picture, and its name is not that of a picture. Nothing else will be tried. */
    record Refused(String reason) implements Outcome {}

    /** This process cannot hold the original, but a container may. */
    record Heavy(String reason) implements Outcome {}

    /**
     * The work failed.
     *
     * @param isBroken whether the original is the reason; else a later attempt may succeed
     */
    record Failed(String reason, boolean isBroken) implements Outcome {}

    /** The time of this process ended before the work started. */
    record NotStarted() implements Outcome {
        static final String REASON = "the time of the function ended";
    }
}
