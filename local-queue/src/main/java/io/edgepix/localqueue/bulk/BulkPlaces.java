package io.edgepix.localqueue.bulk;

import io.edgepix.cli.CommandException;
import io.edgepix.cli.DeployedBucket;
import io.edgepix.cli.StackOutputs;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the bucket and the queues that a command names. */
public final class BulkPlaces {
    /** The end of the name of the stack that renders derivatives before a viewer asks. */
    public static final String PREGENERATE = "-pregenerate";

    private static final String DEFAULTS = "{}";
    /** The queues of a run tell their exact lengths. */
    private static final Duration QUIET_IN_A_RUN = Duration.ofSeconds(10);
    /** SQS may take a minute until its approximate lengths are right. */
    private static final Duration QUIET_ON_AWS = Duration.ofSeconds(90);

    private BulkPlaces() {}

    /**
     * Returns the bucket of a run on this machine.
     *
     * @param queueUrl the queue; null for that of the run
     */
    public static BulkPlace ofRun(Path folder, @Nullable String queueUrl) {
        LocalEndpoints run = LocalEndpoints.read(folder);
        return new BulkPlace(
                folder.toString(),
                "us-east-1",
                BulkClients.ofRun(run),
                List.of(queueUrl == null ? run.queueUrl() : queueUrl, run.heavyQueueUrl()),
                "--endpoint-url " + run.sqs() + " --region us-east-1",
                run.configuration(),
                QUIET_IN_A_RUN);
    }

    /**
     * Returns the bucket of a stack.
     *
     * @param queueUrl the queue; null for that of the stack
     */
    public static BulkPlace ofStack(String stack, @Nullable String queueUrl, PrintWriter err) {
        DeployedBucket deployed = DeployedBucket.ofStack(stack);
        StackOutputs outputs = pregenerate(stack, deployed.region());
        List<String> urls = new ArrayList<>();
        urls.add(queueUrl == null ? output(outputs, stack, "QueueUrl") : queueUrl);
        outputs.output("HeavyQueueUrl").filter(url -> !url.isEmpty()).ifPresent(urls::add);
        return onAws(deployed.bucket(), deployed.region(), urls, err);
    }

    /** Returns the outputs of the stack that renders derivatives before a viewer asks. */
    public static StackOutputs pregenerate(String stack, String region) {
        return StackOutputs.of(stack + PREGENERATE, region);
    }

    /**
     * Returns an output.
     *
     * @throws CommandException if the stack lacks it
     */
    static String output(StackOutputs outputs, String stack, String key) {
        return outputs.output(key)
                .orElseThrow(() -> new CommandException("the stack " + stack + PREGENERATE + ": expected the output "
                        + key + " of ./dev deploy --with-pregenerate, got none"));
    }

    /** Returns a bucket on AWS. */
    public static BulkPlace onAws(String bucket, String region, List<String> queueUrls, PrintWriter err) {
        return new BulkPlace(
                bucket,
                region,
                BulkClients.onAws(bucket, region, err),
                queueUrls,
                "--region " + region,
                DEFAULTS,
                QUIET_ON_AWS);
    }
}
