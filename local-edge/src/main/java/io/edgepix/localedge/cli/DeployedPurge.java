package io.edgepix.localedge.cli;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import io.edgepix.originresponse.store.Purged;
import io.edgepix.originresponse.store.S3Clients;
import io.edgepix.originresponse.store.S3Purge;
import io.edgepix.originresponse.store.StoreException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A purge of a bucket on AWS, and the invalidation that makes CloudFront forget the same. */
record DeployedPurge(DeployedBucket deployed, PrintWriter out, PrintWriter err) {
    /** Prints what would be removed, and the commands. */
    void rehearse(List<Key> originals) {
        try (S3Client s3 = client()) {
            for (Key derivative : purge(s3).find(originals)) {
                out.println("s3://" + deployed.bucket() + "/" + derivative.value());
            }
        } catch (StoreException e) {
            throw failed(e);
        }
        printCommands(originals);
    }

    /** Removes, then invalidates; without a distribution prints the commands that invalidate. */
    void purge(List<Key> originals, boolean wait) {
        remove(originals);
        if (deployed.distribution().isEmpty()) {
            err.println("dev: no --distribution was named; until this is run CloudFront serves what it has:");
            printCommands(originals);
        } else {
            invalidate(originals, wait);
        }
    }

    private void remove(List<Key> originals) {
        try (S3Client s3 = client()) {
            Purged purged = purge(s3).purge(originals);
            out.println(purged.removed().size() + " derivatives removed from the bucket " + deployed.bucket());
            purged.failed().forEach((key, why) -> err.println("dev: not removed: " + key.value() + ": " + why));
            if (!purged.failed().isEmpty()) {
                throw new UsageException(purged.failed().size() + " derivatives were not removed, and nothing was"
                        + " invalidated; once the cause is gone, the same again");
            }
        } catch (StoreException e) {
            throw failed(e);
        }
    }

    private void invalidate(List<Key> originals, boolean wait) {
        List<String> under = new ArrayList<>();
        for (List<String> command : InvalidationCommand.of(originals, deployed.distribution())) {
            List<String> asked = new ArrayList<>(command);
            asked.addAll(List.of("--query", "Invalidation.Id", "--output", "text"));
            try {
                under.add(AwsCli.run(asked));
            } catch (UsageException e) {
                throw new UsageException(
                        e.getMessage() + "; the derivatives are removed, and CloudFront still has them; to"
                                + " invalidate: " + InvalidationCommand.text(command));
            }
        }
        for (String id : under) {
            out.println("invalidation " + id + " of the distribution " + deployed.distribution() + " is under way");
            if (wait) {
                AwsCli.run(List.of(
                        "cloudfront",
                        "wait",
                        "invalidation-completed",
                        "--distribution-id",
                        deployed.distribution(),
                        "--id",
                        id));
                out.println("invalidation " + id + " is complete");
            }
        }
    }

    private void printCommands(List<Key> originals) {
        String distribution = deployed.distribution().isEmpty() ? "DISTRIBUTION" : deployed.distribution();
        InvalidationCommand.of(originals, distribution)
                .forEach(command -> out.println(InvalidationCommand.text(command)));
    }

    private S3Purge purge(S3Client s3) {
        return new S3Purge(s3, deployed.bucket(), "");
    }

    private UsageException failed(StoreException e) {
        return new UsageException("the bucket " + deployed.bucket() + " could not be purged: " + e.getMessage());
    }

    /** With the credentials that the AWS CLI uses, which knows more ways to get some than the SDK on its own. */
    private S3Client client() {
        S3ClientBuilder builder = S3Clients.builder(deployed.region());
        try {
            JsonObject exported = AwsCli.json("configure", "export-credentials", "--format", "process")
                    .getAsJsonObject();
            builder.credentialsProvider(StaticCredentialsProvider.create(credentials(exported)));
        } catch (UsageException e) {
            err.println("dev: taking the credentials that the AWS SDK finds by itself, since " + e.getMessage());
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
