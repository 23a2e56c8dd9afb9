package io.edgepix.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The credentials of the AWS CLI, which supports more sources than the SDK. They are exported again before they expire,
 * as a command may run for hours.
 */
public final class CliCredentials implements AwsCredentialsProvider {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private @Nullable AwsCredentials exported;
    private Instant expires = Instant.MAX;

    private CliCredentials() {}

    /** Returns the credentials of the AWS CLI, or those that the SDK finds if the CLI has none. */
    public static AwsCredentialsProvider find(PrintWriter err) {
        CliCredentials credentials = new CliCredentials();
        try {
            credentials.export();
            return credentials;
        } catch (CommandException e) {
            err.println("dev: using the credentials that the AWS SDK finds, since " + e.getMessage());
            return DefaultCredentialsProvider.builder().build();
        }
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (exported == null || Instant.now().isAfter(expires.minus(MARGIN))) {
            return export();
        }
        return exported;
    }

    private AwsCredentials export() {
        JsonObject json = AwsCli.json("configure", "export-credentials", "--format", "process")
                .getAsJsonObject();
        AwsCredentials read = credentials(json);
        JsonElement expiration = json.get("Expiration");
        expires = expiration == null
                ? Instant.MAX
                : OffsetDateTime.parse(expiration.getAsString()).toInstant();
        exported = read;
        return read;
    }

    private static AwsCredentials credentials(JsonObject json) {
        String id = json.get("AccessKeyId").getAsString();
        String secret = json.get("SecretAccessKey").getAsString();
        return json.has("SessionToken")
                ? AwsSessionCredentials.create(
                        id, secret, json.get("SessionToken").getAsString())
                : AwsBasicCredentials.create(id, secret);
    }
}
