package io.edgepix.localqueue.inventory;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.edgepix.pregenerate.listing.ListingException;
import java.util.List;
import java.util.Locale;

/**
 * The manifest of an inventory: {@code manifest.json}.
 *
 * @param sourceBucket the bucket that is listed
 * @param fileFormat CSV, Parquet or ORC
 * @param fileSchema the columns of a CSV, separated by commas; a schema of Parquet
 * @param files the files with the rows
 */
public record InventoryManifest(String sourceBucket, String fileFormat, String fileSchema, List<DataFile> files) {
    /**
     * A file with rows.
     *
     * @param key its key in the bucket of the inventory
     * @param MD5checksum in hexadecimal digits; null in manifests that were written by hand
     */
    @SuppressWarnings("checkstyle:RecordComponentName") // the name in the JSON
    public record DataFile(String key, long size, String MD5checksum) {}

    /** The formats of files. */
    enum FileFormat {
        CSV,
        PARQUET
    }

    /**
     * Parses a manifest.
     *
     * @param name the place of the manifest, for errors
     * @throws ListingException if it is no manifest, or lists files of a format that is not read
     */
    static InventoryManifest parse(String name, String text) {
        InventoryManifest manifest = json(name, text);
        if (manifest == null
                || manifest.sourceBucket == null
                || manifest.fileFormat == null
                || manifest.files == null
                || manifest.files.stream().anyMatch(file -> file == null || file.key == null)) {
            throw new ListingException(name
                    + ": expected the manifest.json of an S3 Inventory, with sourceBucket, fileFormat and files, got"
                    + " other JSON");
        }
        manifest.format(name);
        return manifest;
    }

    private static InventoryManifest json(String name, String text) {
        try {
            return new Gson().fromJson(text, InventoryManifest.class);
        } catch (JsonParseException e) {
            throw new ListingException(
                    name + ": expected the manifest.json of an S3 Inventory, got a text that is not its JSON", e);
        }
    }

    /** Returns the format of the files. */
    FileFormat format(String name) {
        return switch (fileFormat.toUpperCase(Locale.ROOT)) {
            case "CSV" -> FileFormat.CSV;
            case "PARQUET" -> FileFormat.PARQUET;
            default ->
                throw new ListingException(name + ": fileFormat: expected CSV or Parquet, got " + fileFormat
                        + "; the configuration of the inventory can be changed to one of these");
        };
    }
}
