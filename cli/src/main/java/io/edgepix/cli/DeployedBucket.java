package io.edgepix.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket on AWS and the distribution in front of it.
 *
 * @param distribution the id of the distribution; null if it is not known
 */
public record DeployedBucket(
        String bucket, String region, @Nullable String distribution) {
    private static final String HOME = "us-east-1";

    /** Reads the outputs of a pair of {@code ./dev deploy}, which is in us-east-1. */
    public static DeployedBucket ofStack(String stack) {
        return ofStack(stack, HOME);
    }

    /** Reads the outputs of a stack of {@code ./dev deploy} in a Region. */
    static DeployedBucket ofStack(String stack, String stackRegion) {
        StackOutputs described = StackOutputs.of(stack, stackRegion);
        Optional<String> bucket = described.output("Bucket");
        Optional<String> distribution = described.output("DistributionId");
        if (bucket.isEmpty() || distribution.isEmpty()) {
            throw new CommandException("the stack " + stack
                    + ": expected the outputs Bucket and DistributionId of a complete ./dev deploy, got others");
        }
        // If the bucket is older than the stack, a parameter is its Region. A bucket of the stack is in the Region of
        // the stack.
        Optional<String> region = described.parameter("BucketRegion").filter(name -> !name.isEmpty());
        return new DeployedBucket(bucket.get(), region.orElse(stackRegion), distribution.get());
    }

    /** Returns the id, or a placeholder for a printed command. */
    String distributionOrPlaceholder() {
        return distribution == null ? "DISTRIBUTION" : distribution;
    }
}
