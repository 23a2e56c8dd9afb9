package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.SourceKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** The manifest of a job of S3 Batch Operations: a CSV with the bucket and the URL-encoded key of each original. */
final class BatchManifest {
    private BatchManifest() {}

    /** Writes the originals to a file, and returns their number. */
    static long write(Path file, String bucket, Iterator<SourceKey> keys) {
        long rows = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            while (keys.hasNext()) {
                writer.write(bucket + "," + encoded(keys.next().key()) + "\n");
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return rows;
    }

    /** Encodes a key without a plus, which some readers take for a space and others do not. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
