package io.edgepix.pregenerate.bulk;

/**
 * Published prices of AWS in US dollars, in us-east-1 on x86, as of November 2026. Other Regions cost up to a third more.
 * Sources: aws.amazon.com/lambda/pricing, /sqs/pricing and /s3/pricing.
 */
public final class Prices {
    /** A gigabyte-second of Lambda. */
    public static final double LAMBDA_GIGABYTE_SECOND = 0.0000166667;

    /** A request of Lambda. */
    public static final double LAMBDA_REQUEST = 0.20 / 1_000_000;

    /** A request of a standard queue, for each 64 kB. */
    public static final double SQS_REQUEST = 0.40 / 1_000_000;

    /** A PUT or LIST request of S3. */
    public static final double S3_PUT = 0.005 / 1000;

    /** A GET or HEAD request of S3. */
    public static final double S3_GET = 0.0004 / 1000;

    /** A job of S3 Batch Operations. */
    public static final double BATCH_JOB = 0.25;

    /** An object of a job of S3 Batch Operations. */
    public static final double BATCH_OBJECT = 1.00 / 1_000_000;

    private Prices() {}
}
