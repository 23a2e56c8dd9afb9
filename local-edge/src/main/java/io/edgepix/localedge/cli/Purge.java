package io.edgepix.localedge.cli;

import io.edgepix.derivative.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was made of originals, removed and forgotten: by a local edge, or on AWS. */
@Command(
        name = "purge",
        description = "Removes all derivatives of originals, and has the caches forget them and the originals.")
final class Purge implements Callable<Integer> {
    private static final String LOCAL = "http://localhost:8080";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", arity = "1..*", description = "an original's key, as it is, not percent-encoded")
    private List<String> keys = List.of();

    @Option(names = "--edge", paramLabel = "URL", description = "the local edge to purge (default: " + LOCAL + ")")
    private @Nullable String edge;

    @Option(names = "--stack", paramLabel = "NAME", description = "a stack on AWS instead, made by ./dev deploy")
    private @Nullable String stack;

    @Option(names = "--bucket", paramLabel = "NAME", description = "a bucket on AWS instead, with --region")
    private @Nullable String bucket;

    @Option(names = "--region", paramLabel = "REGION", description = "where --bucket is")
    private @Nullable String region;

    @Option(
            names = "--distribution",
            paramLabel = "ID",
            description = "what CloudFront serves --bucket by; without it the invalidation is printed")
    private @Nullable String distribution;

    @Option(
            names = "--dry-run",
            description = "on AWS: prints what would be removed and invalidated, and changes nothing")
    private boolean dryRun;

    @Option(
            names = "--wait",
            description = "on AWS: until CloudFront has forgotten, which takes some seconds to minutes")
    private boolean wait;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Override
    public Integer call() {
        check();
        List<Key> originals = keys.stream().distinct().map(Purge::original).toList();
        PrintWriter out = spec.commandLine().getOut();
        DeployedBucket deployed = deployed();
        if (deployed == null) {
            new EdgePurge(edge == null ? LOCAL : edge.replaceFirst("/+$", "")).purge(originals, out);
            return 0;
        }
        DeployedPurge purge =
                new DeployedPurge(deployed, out, spec.commandLine().getErr());
        if (dryRun) {
            purge.rehearse(originals);
        } else {
            purge.purge(originals, wait);
        }
        return 0;
    }

    private void check() {
        int places = (edge == null ? 0 : 1) + (stack == null ? 0 : 1) + (bucket == null ? 0 : 1);
        refuse(places > 1, "--edge, --stack and --bucket are three places; name one of them");
        refuse((bucket == null) != (region == null), "--bucket NAME and --region REGION go together");
        refuse(
                region != null && !region.matches("[a-z]{2}(-[a-z]+)+-[0-9]"),
                "--region " + region + " is no Region such as eu-central-1");
        refuse(distribution != null && bucket == null, "--distribution goes with --bucket; a stack knows its own");
        refuse(
                (dryRun || wait) && stack == null && bucket == null,
                "--dry-run and --wait are for AWS, by --stack or --bucket");
        refuse(wait && stack == null && distribution == null, "--wait needs --distribution, to know what to wait for");
    }

    private static void refuse(boolean isWrong, String complaint) {
        if (isWrong) {
            throw new UsageException(complaint);
        }
    }

    private @Nullable DeployedBucket deployed() {
        if (stack != null) {
            return DeployedBucket.ofStack(stack);
        }
        return bucket == null || region == null
                ? null
                : new DeployedBucket(bucket, region, distribution == null ? "" : distribution);
    }

    private static Key original(String key) {
        try {
            return DerivativeKeys.original(new Key(key));
        } catch (MalformedException e) {
            throw new UsageException(e.sentence());
        }
    }
}
