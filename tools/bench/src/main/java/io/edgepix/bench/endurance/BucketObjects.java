package io.edgepix.bench.endurance;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.pregenerate.job.JobKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The objects of a local bucket. */
record BucketObjects(LocalBucket bucket) {
    private static final String ORIGINAL_ETAG = "original-etag";

    /** Returns all keys but those of jobs and requests, sorted. */
    List<String> keys() throws IOException {
        Path folder = bucket.folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(key -> !key.startsWith(JobKeys.FOLDER))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the keys of derivatives, sorted. */
    List<String> derivatives() throws IOException {
        return keys().stream().filter(BucketObjects::isDerivative).toList();
    }

    /** Returns the keys of originals, sorted. */
    List<String> originals() throws IOException {
        return keys().stream().filter(key -> !isDerivative(key)).toList();
    }

    private static boolean isDerivative(String key) {
        return PathGrammar.isDerivative(new Key(key));
    }

    /** Returns the ETag of an object; empty if it does not exist. */
    Optional<String> etag(String key) {
        return head(key).map(HeadObjectResponse::eTag);
    }

    /** Returns the ETag that a derivative records of its original. */
    Optional<String> originalEtag(String key) {
        return head(key).map(head -> head.metadata().get(ORIGINAL_ETAG));
    }

    Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(bucket.client()
                    .headObject(head -> head.bucket(bucket.bucket()).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    byte[] bytes(String key) {
        return bucket.client()
                .getObjectAsBytes(get -> get.bucket(bucket.bucket()).key(key))
                .asByteArrayUnsafe();
    }

    void put(String key, byte[] bytes) {
        bucket.client().putObject(put -> put.bucket(bucket.bucket()).key(key), RequestBody.fromBytes(bytes));
    }

    void delete(String key) {
        bucket.client().deleteObject(delete -> delete.bucket(bucket.bucket()).key(key));
    }
}
