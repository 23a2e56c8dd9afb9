package io.edgepix.cli;

import io.edgepix.derivation.purge.InvalidationPaths;
import io.edgepix.derivation.purge.KeyPurge;
import io.edgepix.derivation.purge.KeyPurgeResult;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.io.PrintWriter;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** A purge of a bucket on AWS, and the matching invalidation of CloudFront. */
record DeployedPurge(DeployedBucket deployed, PrintWriter out, PrintWriter err) {
    /** Prints the objects that would be removed and the commands, and changes nothing. */
    void dryRun(List<Key> originals) {
        try (S3Client s3 = BucketClient.of(deployed.region(), err)) {
            for (Key derivative : purge(s3).find(originals)) {
                out.println("s3://" + deployed.bucket() + "/" + derivative.value());
            }
        } catch (StoreException e) {
            throw failed(e);
        }
        invalidations().print(commands(originals));
    }

    /** Removes the derivatives, then invalidates, or prints the commands if the distribution is not known. */
    void purge(List<Key> originals, boolean wait) {
        remove(originals);
        invalidations().runOrPrint(commands(originals), wait);
    }

    private void remove(List<Key> originals) {
        try (S3Client s3 = BucketClient.of(deployed.region(), err)) {
            KeyPurgeResult purged = purge(s3).purge(originals);
            out.println(purged.removed().size() + " derivatives removed from the bucket " + deployed.bucket());
            purged.failed().forEach((key, why) -> err.println("dev: not removed: " + key.value() + ": " + why));
            if (!purged.failed().isEmpty()) {
                throw new CommandException(purged.failed().size() + " derivatives were not removed, and nothing was"
                        + " invalidated; fix the cause, then run the command again");
            }
        } catch (StoreException e) {
            throw failed(e);
        }
    }

    private List<List<String>> commands(List<Key> originals) {
        return InvalidationPaths.ofKeys(originals).stream()
                .map(paths -> InvalidationCommand.of(paths, deployed.distributionOrPlaceholder()))
                .toList();
    }

    private Invalidations invalidations() {
        return new Invalidations(deployed.distribution(), out, err);
    }

    private KeyPurge purge(S3Client s3) {
        return new KeyPurge(s3, deployed.bucket(), "");
    }

    private CommandException failed(StoreException e) {
        return new CommandException("cannot purge the bucket " + deployed.bucket() + ": " + e.getMessage());
    }
}
