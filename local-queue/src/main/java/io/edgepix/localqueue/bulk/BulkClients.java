package io.edgepix.localqueue.bulk;

import io.edgepix.cli.CliCredentials;
import io.edgepix.derivation.store.S3Clients;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.S3JobBucket;
import io.edgepix.pregenerate.listing.KeyOrder;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The clients of a bucket and of its queue.
 *
 * @param bucket the name of the bucket
 * @param order the order of its listings
 */
public record BulkClients(String bucket, KeyOrder order, S3Client s3, SqsClient sqs) implements AutoCloseable {
    static {
        // By default, the JDK keeps only five connections alive.
        System.setProperty("http.maxConnections", "64");
    }

    private static final String LOCAL_REGION = "us-east-1";

    /** Returns clients of AWS. */
    public static BulkClients onAws(String bucket, String region, PrintWriter err) {
        AwsCredentialsProvider credentials = CliCredentials.find(err);
        return new BulkClients(
                bucket,
                KeyOrder.UTF_8,
                S3Clients.builder(region).credentialsProvider(credentials).build(),
                sqs(region, credentials).build());
    }

    /** Returns clients of a run on this machine. */
    public static BulkClients ofRun(LocalEndpoints run) {
        AwsCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(run.accessKey(), run.secretKey()));
        return new BulkClients(
                run.bucket(),
                KeyOrder.UTF_16,
                S3Clients.builder(LOCAL_REGION)
                        .credentialsProvider(credentials)
                        .endpointOverride(URI.create(run.s3()))
                        .forcePathStyle(true)
                        .build(),
                sqs(LOCAL_REGION, credentials)
                        .endpointOverride(URI.create(run.sqs()))
                        .build());
    }

    private static SqsClientBuilder sqs(String region, AwsCredentialsProvider credentials) {
        return SqsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30)));
    }

    /** Returns the bucket as a job needs it. */
    public JobBucket objects() {
        return new S3JobBucket(s3, bucket, order);
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
    }
}
