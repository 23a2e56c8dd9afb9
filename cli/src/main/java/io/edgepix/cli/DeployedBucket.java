package io.edgepix.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket on AWS and the distribution in front of it.
 *
 * @param distribution the id of the distribution; null if it is not known
 */
record DeployedBucket(
        String bucket, String region, @Nullable String distribution) {
    private static final String HOME = "us-east-1";

    /** Reads the outputs of a stack of {@code ./dev deploy}. */
    static DeployedBucket ofStack(String stack) {
        JsonElement found = AwsCli.json(
                "cloudformation", "describe-stacks", "--region", HOME, "--stack-name", stack, "--output", "json");
        JsonObject described =
                found.getAsJsonObject().getAsJsonArray("Stacks").get(0).getAsJsonObject();
        Optional<String> bucket = value(described, "Output", "Bucket");
        Optional<String> distribution = value(described, "Output", "DistributionId");
        if (bucket.isEmpty() || distribution.isEmpty()) {
            throw new CommandException("the stack " + stack
                    + ": expected the outputs Bucket and DistributionId of a complete ./dev deploy, got others");
        }
        // If the bucket is older than the stack, a parameter is its Region. A bucket of the stack is in the Region of
        // the stack.
        Optional<String> region = value(described, "Parameter", "BucketRegion").filter(name -> !name.isEmpty());
        return new DeployedBucket(bucket.get(), region.orElse(HOME), distribution.get());
    }

    /** Returns the id, or a placeholder for a printed command. */
    String distributionOrPlaceholder() {
        return distribution == null ? "DISTRIBUTION" : distribution;
    }

    /** Returns the value of a key in the stack's list of outputs or parameters, or empty if there is none. */
    private static Optional<String> value(JsonObject stack, String kind, String key) {
        JsonArray list = stack.getAsJsonArray(kind + "s");
        if (list == null) {
            return Optional.empty();
        }
        for (JsonElement element : list) {
            JsonObject pair = element.getAsJsonObject();
            if (pair.get(kind + "Key").getAsString().equals(key)) {
                return Optional.of(pair.get(kind + "Value").getAsString());
            }
        }
        return Optional.empty();
    }
}
