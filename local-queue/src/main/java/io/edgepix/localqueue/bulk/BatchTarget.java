package io.edgepix.localqueue.bulk;

import io.edgepix.cli.DeployedBucket;
import io.edgepix.cli.StackOutputs;

/**
 * The function that S3 Batch Operations calls.
 *
 * @param functionArn the function, or an alias of it
 * @param roleArn the role with which S3 reads the manifest, calls the function, and writes the report
 */
public record BatchTarget(String bucket, String region, String functionArn, String roleArn) {
    /** Reads the outputs of a stack and of its stack for pregeneration. */
    public static BatchTarget ofStack(String stack) {
        DeployedBucket deployed = DeployedBucket.ofStack(stack);
        StackOutputs outputs = BulkPlaces.pregenerate(stack, deployed.region());
        return new BatchTarget(
                deployed.bucket(),
                deployed.region(),
                BulkPlaces.output(outputs, stack, "FunctionArn"),
                BulkPlaces.output(outputs, stack, "BatchRoleArn"));
    }
}
