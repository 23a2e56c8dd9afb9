package io.edgepix.localqueue;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.cli.RegionOption;
import io.edgepix.cli.Root;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkPlaces;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a bucket and its queue. */
final class PlaceOptions {
    @Option(
            names = "--bucket",
            paramLabel = "BUCKET",
            description = "the folder of a running ./dev run --pregenerate (default: its default); with --region, a"
                    + " bucket on AWS")
    private @Nullable String bucket;

    @Option(names = "--region", paramLabel = "REGION", description = "the Region of --bucket; requires --queue-url")
    private @Nullable String region;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "a stack of ./dev deploy --with-pregenerate, instead of --bucket")
    private @Nullable String stack;

    @Option(
            names = "--queue-url",
            paramLabel = "URL",
            description = "the queue of the function (default: that of the stack or of the run)")
    private @Nullable String queueUrl;

    /** Refuses options that contradict each other. */
    void check() {
        refuseIf(stack != null && (bucket != null || region != null), "--stack and --bucket cannot be combined");
        refuseIf(region != null && bucket == null, "--region requires --bucket");
        RegionOption.check(region);
        refuseIf(
                region != null && queueUrl == null, "--region requires --queue-url; --stack finds the queue by itself");
    }

    /** Returns the name of the stack, if there is one. */
    Optional<String> stack() {
        return Optional.ofNullable(stack);
    }

    /** Tells whether the bucket is that of a run on this machine. */
    boolean isRun() {
        return stack == null && region == null;
    }

    /** Finds the bucket and its queue. */
    BulkPlace place(Root root, PrintWriter err) {
        if (stack != null) {
            return BulkPlaces.ofStack(stack, queueUrl, err);
        }
        if (region != null) {
            return BulkPlaces.onAws(String.valueOf(bucket), region, List.of(String.valueOf(queueUrl)), err);
        }
        return BulkPlaces.ofRun(bucket == null ? root.folder().resolve("target/bucket") : Path.of(bucket), queueUrl);
    }
}
