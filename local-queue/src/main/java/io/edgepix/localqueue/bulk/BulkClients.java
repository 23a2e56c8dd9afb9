package io.edgepix.localqueue.bulk;

import io.edgepix.cli.CliCredentials;
import io.edgepix.derivation.store.S3Clients;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
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
 */
public record BulkClients(String bucket, S3Client s3, SqsClient sqs) implements AutoCloseable {
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
                S3Clients.builder(region).credentialsProvider(credentials).build(),
                sqs(region, credentials).build());
    }

    /** Returns clients of a run on this machine. */
    public static BulkClients ofRun(LocalEndpoints run) {
        AwsCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(run.accessKey(), run.secretKey()));
        return new BulkClients(
                run.bucket(),
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

    @Override
    public void close() {
        s3.close();
        sqs.close();
    }
}
