package io.edgepix.cli;

import io.edgepix.derivation.purge.InvalidationPaths;
import io.edgepix.derivation.purge.PrefixPurge;
import io.edgepix.derivation.purge.PrefixPurgeResult;
import io.edgepix.derivation.purge.PurgeListener;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.io.PrintWriter;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** A purge by prefix of a bucket on AWS, and the matching invalidation of CloudFront. */
record DeployedPrefixPurge(DeployedBucket deployed, PrintWriter out, PrintWriter err) {
    private static final int PROGRESS = 10_000;

    /** Prints a line for every {@value #PROGRESS} derivatives. */
    private static final class Progress implements PurgeListener {
        private final PrintWriter err;
        private long printed;

        Progress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void progress(long derivatives) {
            if (derivatives >= printed + PROGRESS) {
                printed = derivatives;
                err.println("dev: " + derivatives + " derivatives so far");
            }
        }

        @Override
        public void notRemoved(Key derivative, String reason) {
            err.println("dev: not removed: " + derivative.value() + ": " + reason);
        }
    }

    /** Prints the counts and the command, and changes nothing. */
    void dryRun(List<String> prefixes) {
        PrefixPurgeResult counted = run(prefixes, true);
        out.println(PurgeLines.text(counted, "would be removed") + " from the bucket " + deployed.bucket());
        new Invalidations(deployed.distribution(), out, err).print(commands(prefixes, counted));
    }

    /** Removes the derivatives, then invalidates. */
    void purge(List<String> prefixes, boolean wait) {
        PrefixPurgeResult purged = run(prefixes, false);
        out.println(PurgeLines.text(purged, "removed") + " from the bucket " + deployed.bucket());
        if (purged.failed() > 0) {
            throw new CommandException(
                    purged.failed() + " derivatives were not removed, and nothing was invalidated; fix the"
                            + " cause, then run the command again");
        }
        new Invalidations(deployed.distribution(), out, err).runOrPrint(commands(prefixes, purged), wait);
    }

    private List<List<String>> commands(List<String> prefixes, PrefixPurgeResult purged) {
        List<String> paths = InvalidationPaths.ofPrefixes(prefixes, purged.named());
        if (paths.contains(InvalidationPaths.EVERYTHING) && !prefixes.contains("")) {
            err.println("dev: more than " + PrefixPurgeResult.MAX_NAMED + " originals are too many to invalidate one by"
                    + " one: everything is invalidated, and CloudFront fetches it from S3 again");
        }
        return List.of(InvalidationCommand.of(paths, deployed.distributionOrPlaceholder()));
    }

    private PrefixPurgeResult run(List<String> prefixes, boolean isDryRun) {
        try (S3Client s3 = BucketClient.of(deployed.region(), err)) {
            PrefixPurge purge = new PrefixPurge(s3, deployed.bucket(), "", new Progress(err));
            return isDryRun ? purge.count(prefixes) : purge.purge(prefixes);
        } catch (StoreException e) {
            throw new CommandException("cannot purge the bucket " + deployed.bucket() + ": " + e.getMessage()
                    + "; some derivatives may be removed; run the command again");
        }
    }
}
