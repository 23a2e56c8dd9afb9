package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.PartResult;

/** The results of the parts of jobs, and of documents without a job, which are in the bucket. Thread-safe. */
@FunctionalInterface
public interface PartResults {
    /**
     * Writes a result, in place of an earlier one.
     *
     * @param key {@link io.edgepix.pregenerate.job.JobKeys#result} or {@link
     *     io.edgepix.pregenerate.job.JobKeys#documentResult}
     * @throws RuntimeException if the bucket fails
     */
    void write(Key key, PartResult result);
}
