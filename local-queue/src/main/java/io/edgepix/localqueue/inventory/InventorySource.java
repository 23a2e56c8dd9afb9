package io.edgepix.localqueue.inventory;

import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.listing.ListingException;
import io.edgepix.pregenerate.listing.OriginalKeys;
import io.edgepix.pregenerate.listing.WantedFolders;
import java.nio.file.Path;
import java.util.Iterator;
import software.amazon.awssdk.services.s3.S3Client;

/** The originals in an inventory of S3. The position is the number of a file and of a row in it: {@code 3:1200}. */
public final class InventorySource implements KeySource {
    private final InventoryFiles files;
    private final InventoryManifest manifest;
    private final OriginalKeys keys;
    private final WantedFolders wanted;

    InventorySource(InventoryFiles files, String bucket, OriginalKeys keys, WantedFolders wanted) {
        this.files = files;
        this.keys = keys;
        this.wanted = wanted;
        this.manifest = InventoryManifest.parse(files.manifestName(), files.manifest());
        if (!manifest.sourceBucket().equals(bucket)) {
            throw new ListingException(
                    files.manifestName() + ": sourceBucket: expected " + bucket + ", got " + manifest.sourceBucket());
        }
    }

    /**
     * Opens an inventory.
     *
     * @param place the path of a manifest.json, or its {@code s3://} URL
     * @param s3 reads that URL
     * @param bucket the bucket that the inventory has to be of
     * @throws ListingException if it is no manifest of this bucket
     */
    public static InventorySource open(
            String place, S3Client s3, String bucket, OriginalKeys keys, WantedFolders wanted) {
        return new InventorySource(files(place, s3), bucket, keys, wanted);
    }

    private static InventoryFiles files(String place, S3Client s3) {
        if (!place.startsWith("s3://")) {
            return new LocalInventoryFiles(Path.of(place));
        }
        String rest = place.substring("s3://".length());
        int slash = rest.indexOf('/');
        if (slash < 1 || slash == rest.length() - 1) {
            throw new ListingException(
                    "--inventory: expected s3://BUCKET/.../manifest.json or a file, got \"" + place + "\"");
        }
        return new S3InventoryFiles(s3, rest.substring(0, slash), rest.substring(slash + 1));
    }

    @Override
    public Iterator<SourceKey> after(String position) {
        return new InventoryKeys(files, manifest, keys, wanted, position);
    }
}
