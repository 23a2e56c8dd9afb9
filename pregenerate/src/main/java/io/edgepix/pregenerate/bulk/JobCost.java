package io.edgepix.pregenerate.bulk;

/**
 * The cost of a job so far, by the published prices: the time of functions, their requests, the queue, and requests of
 * S3. The container and the storage are not in it.
 */
public final class JobCost {
    /** A message is sent, received and deleted, each with nine others at best and alone at worst. */
    private static final int REQUESTS_PER_MESSAGE = 3;

    /** The ETag of an original is read before and after its derivatives are rendered. */
    private static final int HEADS_PER_ORIGINAL = 2;

    /** The document's own identity, its template, and one more file such as its stylesheet. */
    private static final int READS_PER_DOCUMENT = 3;

    private JobCost() {}

    /**
     * Returns the cost of a job of originals in US dollars.
     *
     * @param sent the messages that were sent
     */
    public static double ofOriginals(JobCounts counts, long sent, long listRequests, long getRequests) {
        long reads = getRequests + counts.originals() * (1 + HEADS_PER_ORIGINAL) + counts.found() + counts.rendered();
        long writes = counts.rendered() + counts.parts() + sent / Job.PARTS_PER_BATCH + listRequests;
        return dollars(counts, sent, reads, writes);
    }

    /**
     * Returns the cost of a job of documents in US dollars. Pictures and fonts of the bucket are not in it.
     *
     * @param sent the messages that were sent
     */
    public static double ofDocuments(JobCounts counts, long sent, long listRequests, long getRequests) {
        long reads = getRequests + counts.settled() * READS_PER_DOCUMENT;
        long writes = counts.rendered() + counts.parts() + sent / Job.PARTS_PER_BATCH + listRequests;
        return dollars(counts, sent, reads, writes);
    }

    private static double dollars(JobCounts counts, long sent, long reads, long writes) {
        return counts.gigabyteSeconds() * Prices.LAMBDA_GIGABYTE_SECOND
                + counts.parts() * Prices.LAMBDA_REQUEST
                + sent * REQUESTS_PER_MESSAGE * Prices.SQS_REQUEST
                + reads * Prices.S3_GET
                + writes * Prices.S3_PUT;
    }
}
