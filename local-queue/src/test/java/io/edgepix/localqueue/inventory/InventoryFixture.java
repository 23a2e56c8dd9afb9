package io.edgepix.localqueue.inventory;

import blue.strategic.parquet.ParquetWriter;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes inventories as S3 does: {@code data/} beside the folder of the manifest. */
public final class InventoryFixture {
    public static final String BUCKET = "pictures";
    public static final String SCHEMA = "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size";

    /** A row of a Parquet file. */
    record Row(String key, boolean isLatest, boolean isDeleteMarker) {}

    private final Path root;
    private final JsonArray files = new JsonArray();

    public InventoryFixture(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("inventory/data"));
        Files.createDirectories(root.resolve("inventory/2026-11-29T01-00Z"));
    }

    /** Returns the place of a file. */
    public Path file(String name) {
        return root.resolve("inventory/data").resolve(name);
    }

    /** Adds a CSV in gzip. */
    public InventoryFixture csv(String name, String... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file(name), bytes.toByteArray());
        return add(name);
    }

    /** Adds a Parquet file with the columns of S3. */
    InventoryFixture parquet(String name, List<Row> rows) throws IOException {
        MessageType schema = new MessageType(
                "s3.inventory",
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("bucket"),
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("key"),
                Types.optional(PrimitiveTypeName.BOOLEAN).named("is_latest"),
                Types.optional(PrimitiveTypeName.BOOLEAN).named("is_delete_marker"),
                Types.optional(PrimitiveTypeName.INT64).named("size"));
        try (ParquetWriter<Row> writer =
                ParquetWriter.writeFile(schema, file(name).toFile(), (row, out) -> {
                    out.write("bucket", BUCKET);
                    out.write("key", row.key());
                    out.write("is_latest", row.isLatest());
                    out.write("is_delete_marker", row.isDeleteMarker());
                    out.write("size", 1L);
                })) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
        return add(name);
    }

    private InventoryFixture add(String name) throws IOException {
        JsonObject file = new JsonObject();
        file.addProperty("key", "prefix/pictures/daily/data/" + name);
        file.addProperty("size", Files.size(file(name)));
        file.addProperty("MD5checksum", md5(Files.readAllBytes(file(name))));
        files.add(file);
        return this;
    }

    /** Removes the checksums, as in manifests that were written by hand. */
    public InventoryFixture withoutChecksums() {
        files.forEach(file -> file.getAsJsonObject().remove("MD5checksum"));
        return this;
    }

    /** Writes the manifest, and returns its path. */
    public Path manifest(String format) throws IOException {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("sourceBucket", BUCKET);
        manifest.addProperty("destinationBucket", "arn:aws:s3:::inventories");
        manifest.addProperty("version", "2016-11-30");
        manifest.addProperty("creationTimestamp", "1764378000000");
        manifest.addProperty("fileFormat", format);
        manifest.addProperty("fileSchema", SCHEMA);
        manifest.add("files", files);
        return Files.writeString(
                root.resolve("inventory/2026-11-29T01-00Z/manifest.json"), new Gson().toJson(manifest));
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
