package io.edgepix.pregenerate.message;

/**
 * The place of the result of a document.
 *
 * @param job the id of the job; empty for a document without a job
 * @param part the number of the part, from 0; 0 without a job
 * @param isNotified whether the result is also sent to the results queue
 */
public record ResultTarget(String job, int part, boolean isNotified) {
    /** The place of a document without a job. */
    public static final ResultTarget NO_JOB = new ResultTarget("", 0, false);
}
