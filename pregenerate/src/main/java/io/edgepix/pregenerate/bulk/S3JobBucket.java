package io.edgepix.pregenerate.bulk;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.listing.KeyOrder;
import io.edgepix.pregenerate.listing.ListedObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3. */
public final class S3JobBucket implements JobBucket {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Client s3;
    private final String bucket;
    private final KeyOrder order;
    private final AtomicLong listRequests = new AtomicLong();

    /**
     * Creates a view of a bucket.
     *
     * @param order the order of its listings
     */
    public S3JobBucket(S3Client s3, String bucket, KeyOrder order) {
        this.s3 = s3;
        this.bucket = bucket;
        this.order = order;
    }

    @Override
    public KeyOrder order() {
        return order;
    }

    @Override
    public List<ListedObject> page(String prefix, String after, int max) {
        List<ListedObject> objects = new ArrayList<>();
        // S3 may return fewer objects than it was asked for, although there are more.
        String token = null;
        do {
            listRequests.incrementAndGet();
            String continued = token;
            ListObjectsV2Response page = s3.listObjectsV2(list -> list.bucket(bucket)
                    .prefix(prefix)
                    .startAfter(after.isEmpty() ? null : after)
                    .continuationToken(continued)
                    .maxKeys(max - objects.size()));
            page.contents()
                    .forEach(object ->
                            objects.add(new ListedObject(object.key(), object.eTag(), object.lastModified())));
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (token != null && objects.size() < max);
        return objects;
    }

    @Override
    public List<String> folders(String prefix) {
        List<String> folders = new ArrayList<>();
        for (ListObjectsV2Response page : s3.listObjectsV2Paginator(
                list -> list.bucket(bucket).prefix(prefix).delimiter("/"))) {
            listRequests.incrementAndGet();
            page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(folders::add);
        }
        return folders;
    }

    @Override
    public Optional<Versioned> get(Key key) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key.value()));
            return Optional.of(new Versioned(
                    object.asString(StandardCharsets.UTF_8), object.response().eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public String put(Key key, String text, String expected) {
        try {
            return s3.putObject(
                            put -> put.bucket(bucket)
                                    .key(key.value())
                                    .contentType("application/json")
                                    .ifMatch(expected.isEmpty() ? null : expected),
                            RequestBody.fromString(text, StandardCharsets.UTF_8))
                    .eTag();
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                throw new StateChangedException(key.value());
            }
            throw e;
        }
    }

    @Override
    public long listRequests() {
        return listRequests.get();
    }
}
