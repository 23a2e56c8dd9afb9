package io.edgepix.cli;

import io.edgepix.derivative.Key;
import io.edgepix.originresponse.store.PrefixPurged;
import io.edgepix.originresponse.store.PurgeListener;
import io.edgepix.originresponse.store.S3PrefixPurge;
import io.edgepix.originresponse.store.StoreException;
import java.io.PrintWriter;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** A purge by prefix of a bucket on AWS, and the matching invalidation of CloudFront. */
record DeployedPrefixPurge(DeployedBucket deployed, PrintWriter out, PrintWriter err) {
    private static final int PROGRESS = 10_000;

    /** Prints the counts and the command, and changes nothing. */
    void dryRun(List<String> prefixes) {
        PrefixPurged counted = run(prefixes, true);
        out.println(PurgeLines.text(counted, "would be removed") + " from the bucket " + deployed.bucket());
        new Invalidations(deployed.distribution(), out, err).print(commands(prefixes, counted));
    }

    /** Removes the derivatives, then invalidates. */
    void purge(List<String> prefixes, boolean wait) {
        PrefixPurged purged = run(prefixes, false);
        out.println(PurgeLines.text(purged, "removed") + " from the bucket " + deployed.bucket());
        if (purged.failed() > 0) {
            throw new CommandException(
                    purged.failed() + " derivatives were not removed, and nothing was invalidated; once"
                            + " the cause is gone, the same again");
        }
        new Invalidations(deployed.distribution(), out, err).runOrPrint(commands(prefixes, purged), wait);
    }

    private List<List<String>> commands(List<String> prefixes, PrefixPurged purged) {
        List<String> command =
                InvalidationCommand.ofPrefixes(prefixes, purged.named(), deployed.distributionOrPlaceholder());
        if (command.contains(InvalidationCommand.EVERYTHING) && !prefixes.contains("")) {
            err.println("dev: the originals are more than " + PrefixPurged.MAX_NAMED + ", too many to be named to"
                    + " CloudFront one by one: it forgets everything, and fetches it from S3 again");
        }
        return List.of(command);
    }

    private PrefixPurged run(List<String> prefixes, boolean isDryRun) {
        try (S3Client s3 = BucketClient.of(deployed.region(), err)) {
            S3PrefixPurge purge = new S3PrefixPurge(s3, deployed.bucket(), "", new Progress(err));
            return isDryRun ? purge.count(prefixes) : purge.purge(prefixes);
        } catch (StoreException e) {
            throw new CommandException("the bucket " + deployed.bucket() + " could not be purged: " + e.getMessage()
                    + "; some derivatives may be removed, so the same again");
        }
    }

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
}
