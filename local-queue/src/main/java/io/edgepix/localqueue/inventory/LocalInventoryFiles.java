package io.edgepix.localqueue.inventory;

import io.edgepix.pregenerate.listing.ListingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inventory that was copied to this machine. Its files are found if they lie as in the bucket, in {@code data/} beside
 * the folder of the manifest, or beside the manifest.
 */
record LocalInventoryFiles(Path manifestFile) implements InventoryFiles {
    @Override
    public String manifestName() {
        return manifestFile.toString();
    }

    @Override
    public String manifest() {
        try {
            return Files.readString(manifestFile);
        } catch (NoSuchFileException e) {
            throw new ListingException(
                    "--inventory " + manifestFile + ": expected the manifest.json of an S3 Inventory, got no file", e);
        } catch (CharacterCodingException e) {
            throw new ListingException(
                    "--inventory " + manifestFile
                            + ": expected the manifest.json of an S3 Inventory, got a file that is not text",
                    e);
        } catch (IOException e) {
            throw new ListingException(
                    "--inventory " + manifestFile + ": expected the manifest.json of an S3 Inventory,"
                            + " got a file that cannot be read: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Path fetch(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        List<Path> candidates = new ArrayList<>();
        @Nullable Path folder = manifestFile.toAbsolutePath().getParent();
        if (folder != null) {
            candidates.add(folder.resolve(name));
        }
        for (; folder != null; folder = folder.getParent()) {
            candidates.add(folder.resolve("data").resolve(name));
            candidates.add(folder.resolve(key));
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ListingException(manifestFile + ": expected the file " + name
                        + " beside the manifest or in data/ beside its folder, got none"));
    }

    @Override
    public void release(Path file) {
        // a file of the user
    }
}
