package io.edgepix.localedge;

import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** A local bucket whose derivatives a test purges. */
abstract class PurgeFixture {
    @TempDir
    Path folder;

    final BucketFaults faults = new BucketFaults();
    LocalBucket bucket;

    @BeforeEach
    void open() {
        bucket = LocalBucket.open(folder, null, faults::around);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    /** Stores an object with the metadata of a derivative, which applies only to the keys of derivatives. */
    void store(String key, String originalETag) {
        bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket()).key(key).metadata(Map.of("original-etag", originalETag)),
                        RequestBody.fromString("picture"));
    }

    /** Returns the keys of all objects. */
    Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
