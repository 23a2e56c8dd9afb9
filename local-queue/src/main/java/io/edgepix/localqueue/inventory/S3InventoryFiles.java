package io.edgepix.localqueue.inventory;

import io.edgepix.pregenerate.listing.ListingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/** An inventory in S3. Each file is downloaded before it is read, so that it can be checked as a whole. */
record S3InventoryFiles(S3Client s3, String bucket, String manifestKey) implements InventoryFiles {
    @Override
    public String manifestName() {
        return "s3://" + bucket + "/" + manifestKey;
    }

    @Override
    public String manifest() {
        try {
            return s3.getObjectAsBytes(get -> get.bucket(bucket).key(manifestKey))
                    .asString(StandardCharsets.UTF_8);
        } catch (SdkException e) {
            throw new ListingException(
                    "--inventory " + manifestName() + ": expected a manifest.json that can be read," + " got an error: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public Path fetch(String key) {
        try {
            Path file = Files.createTempFile("edgepix-inventory", "");
            Files.delete(file);
            s3.getObject(get -> get.bucket(bucket).key(key), ResponseTransformer.toFile(file));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SdkException e) {
            throw new ListingException(
                    "s3://" + bucket + "/" + key + ": expected a file of the inventory that can be"
                            + " read, got an error: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void release(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
