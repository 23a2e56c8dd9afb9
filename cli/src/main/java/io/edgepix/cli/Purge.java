package io.edgepix.cli;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./dev purge}: removes derivatives on a local edge or on AWS. */
@Command(
        name = "purge",
        description = {
            "Removes all derivatives of originals, and invalidates them in the caches.",
            "The originals are also invalidated in the caches, but they are never removed."
        })
final class Purge implements Callable<Integer> {
    private static final String LOCAL = "http://localhost:8080";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "the key of an original, not percent-encoded")
    private List<String> keys = List.of();

    @Option(names = "--prefix", description = "treats each KEY as a prefix of keys, such as img/")
    private boolean isPrefix;

    @Option(names = "--all", description = "purges all originals; on AWS, asks for confirmation")
    private boolean all;

    @Option(names = "--yes", description = "does not ask for confirmation of --all")
    private boolean yes;

    @Option(names = "--edge", paramLabel = "URL", description = "the local edge to purge (default: " + LOCAL + ")")
    private @Nullable String edge;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "a stack of ./dev deploy to purge, instead of a local edge")
    private @Nullable String stack;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "a bucket on AWS to purge, instead of a local edge; requires --region")
    private @Nullable String bucket;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "the Region of --bucket, or of --stack if it is regional")
    private @Nullable String region;

    @Option(
            names = "--distribution",
            paramLabel = "ID",
            description = "the distribution that serves --bucket; without it, the invalidation is only printed")
    private @Nullable String distribution;

    @Option(names = "--dry-run", description = "prints what would be removed and invalidated, and changes nothing")
    private boolean dryRun;

    @Option(
            names = "--wait",
            description = "on AWS: waits until the invalidation is complete, which takes seconds to minutes")
    private boolean wait;

    @Override
    public Integer call() {
        check();
        if (all || isPrefix) {
            purgePrefixes(
                    all
                            ? List.of("")
                            : keys.stream().distinct().map(Purge::prefix).toList());
        } else {
            purgeOriginals(keys.stream().distinct().map(Purge::original).toList());
        }
        return 0;
    }

    private void purgeOriginals(List<Key> originals) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<DeployedBucket> deployed = deployed();
        if (deployed.isEmpty()) {
            edge().purge(originals, dryRun, out);
            return;
        }
        DeployedPurge purge =
                new DeployedPurge(deployed.get(), out, spec.commandLine().getErr());
        if (dryRun) {
            purge.dryRun(originals);
        } else {
            purge.purge(originals, wait);
        }
    }

    private void purgePrefixes(List<String> prefixes) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<DeployedBucket> deployed = deployed();
        if (deployed.isEmpty()) {
            edge().purgePrefixes(prefixes, dryRun, out);
            return;
        }
        DeployedPrefixPurge purge =
                new DeployedPrefixPurge(deployed.get(), out, spec.commandLine().getErr());
        if (dryRun) {
            purge.dryRun(prefixes);
        } else {
            if (all && !yes) {
                Confirmation.ask(deployed.get().bucket());
            }
            purge.purge(prefixes, wait);
        }
    }

    private EdgePurge edge() {
        return new EdgePurge(edge == null ? LOCAL : edge.replaceFirst("/+$", ""));
    }

    private void check() {
        if (keys.isEmpty() && !all) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'KEY', or --all");
        }
        refuseIf(all && !keys.isEmpty(), "--all: expected no KEY, since --all purges every original");
        refuseIf(all && isPrefix, "--all and --prefix cannot be combined");
        refuseIf(yes && !all, "--yes requires --all");
        int places = (edge == null ? 0 : 1) + (stack == null ? 0 : 1) + (bucket == null ? 0 : 1);
        refuseIf(places > 1, "--edge, --stack and --bucket cannot be combined");
        refuseIf(bucket != null && region == null, "--bucket requires --region");
        refuseIf(region != null && bucket == null && stack == null, "--region requires --bucket or --stack");
        RegionOption.check(region);
        refuseIf(distribution != null && bucket == null, "--distribution requires --bucket; a stack has its own");
        refuseIf(wait && stack == null && bucket == null, "--wait requires --stack or --bucket");
        refuseIf(wait && stack == null && distribution == null, "--wait requires --distribution or --stack");
    }

    private Optional<DeployedBucket> deployed() {
        if (stack != null) {
            return Optional.of(region == null ? DeployedBucket.ofStack(stack) : DeployedBucket.ofStack(stack, region));
        }
        return bucket == null || region == null
                ? Optional.empty()
                : Optional.of(new DeployedBucket(bucket, region, distribution));
    }

    private static String prefix(String prefix) {
        try {
            return DerivativeKeys.prefix(prefix);
        } catch (MalformedException e) {
            throw new CommandException(e.sentence());
        }
    }

    private static Key original(String key) {
        try {
            return DerivativeKeys.original(new Key(key));
        } catch (MalformedException e) {
            throw new CommandException(e.sentence());
        }
    }
}
