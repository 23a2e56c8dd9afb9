package io.edgepix.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A bucket on AWS and the distribution in front of it.
 *
 * @param distribution the id of the distribution; empty if it is not known
 */
record DeployedBucket(String bucket, String region, String distribution) {
    private static final String HOME = "us-east-1";

    /** Reads the outputs of a stack of {@code ./dev deploy}. */
    static DeployedBucket ofStack(String stack) {
        JsonElement found = AwsCli.json(
                "cloudformation", "describe-stacks", "--region", HOME, "--stack-name", stack, "--output", "json");
        JsonObject described =
                found.getAsJsonObject().getAsJsonArray("Stacks").get(0).getAsJsonObject();
        String bucket = value(described, "Output", "Bucket");
        String distribution = value(described, "Output", "DistributionId");
        if (bucket.isEmpty() || distribution.isEmpty()) {
            throw new CommandException("the stack " + stack
                    + ": expected the outputs Bucket and DistributionId of a complete ./dev deploy, got others");
        }
        // Said of a bucket that was there before the stack; one of its own is where the stack is.
        String region = value(described, "Parameter", "BucketRegion");
        return new DeployedBucket(bucket, region.isEmpty() ? HOME : region, distribution);
    }

    /** Returns the id, or a placeholder for a printed command. */
    String distributionOrPlaceholder() {
        return distribution.isEmpty() ? "DISTRIBUTION" : distribution;
    }

    /** Returns the value of a key in the stack's list of a kind; empty if there is none. */
    private static String value(JsonObject stack, String kind, String key) {
        JsonArray list = stack.getAsJsonArray(kind + "s");
        if (list == null) {
            return "";
        }
        for (JsonElement element : list) {
            JsonObject pair = element.getAsJsonObject();
            if (pair.get(kind + "Key").getAsString().equals(key)) {
                return pair.get(kind + "Value").getAsString();
            }
        }
        return "";
    }
}
