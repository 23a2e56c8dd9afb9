package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.JobCounts;

/**
 * The progress of a job at one time.
 *
 * @param sent the keys that were sent to the queue
 * @param complete whether all keys were sent
 * @param counts the results of workers
 * @param dollars the cost so far
 */
record BulkSnapshot(long sent, boolean complete, JobCounts counts, double dollars) {}
