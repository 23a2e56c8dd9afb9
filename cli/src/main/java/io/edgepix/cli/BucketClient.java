package io.edgepix.cli;

import com.google.gson.JsonObject;
import io.edgepix.derivation.store.S3Clients;
import java.io.PrintWriter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Creates clients of S3 for commands. */
final class BucketClient {
    static {
        // A purge sends many requests at the same time. By default, the JDK keeps only five connections alive.
        System.setProperty("http.maxConnections", "64");
    }

    private BucketClient() {}

    /** Returns a client with the credentials of the AWS CLI, which supports more sources than the SDK. */
    static S3Client of(String region, PrintWriter err) {
        S3ClientBuilder builder = S3Clients.builder(region);
        try {
            JsonObject exported = AwsCli.json("configure", "export-credentials", "--format", "process")
                    .getAsJsonObject();
            builder.credentialsProvider(StaticCredentialsProvider.create(credentials(exported)));
        } catch (CommandException e) {
            err.println("dev: using the credentials that the AWS SDK finds, since " + e.getMessage());
        }
        return builder.build();
    }

    private static AwsCredentials credentials(JsonObject exported) {
        String id = exported.get("AccessKeyId").getAsString();
        String secret = exported.get("SecretAccessKey").getAsString();
        return exported.has("SessionToken")
                ? AwsSessionCredentials.create(
                        id, secret, exported.get("SessionToken").getAsString())
                : AwsBasicCredentials.create(id, secret);
    }
}
