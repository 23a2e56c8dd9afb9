package io.edgepix.cli;

import io.edgepix.derivation.store.S3Clients;
import java.io.PrintWriter;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates clients of S3 for commands. */
final class BucketClient {
    static {
        // A purge sends many requests at the same time. By default, the JDK keeps only five connections alive.
        System.setProperty("http.maxConnections", "64");
    }

    private BucketClient() {}

    /** Returns a client with the credentials of the AWS CLI. */
    static S3Client of(String region, PrintWriter err) {
        return S3Clients.builder(region)
                .credentialsProvider(CliCredentials.find(err))
                .build();
    }
}
