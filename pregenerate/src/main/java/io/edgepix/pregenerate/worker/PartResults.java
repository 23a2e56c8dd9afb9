package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.job.PartResult;

/** The results of the parts of jobs, which are in the bucket. Thread-safe. */
@FunctionalInterface
public interface PartResults {
    /**
     * Writes the result of a part, in place of an earlier one.
     *
     * @throws RuntimeException if the bucket fails
     */
    void write(String job, int part, PartResult result);
}
