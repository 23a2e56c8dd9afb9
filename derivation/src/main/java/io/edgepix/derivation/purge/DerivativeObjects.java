package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.ObjectMetadata;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Lists, checks and removes the derivatives in a bucket. */
final class DerivativeObjects {
    /** The limit of one DeleteObjects request. */
    private static final int MAX_DELETED = 1000;

    enum Kind {
        DERIVATIVE,
        OTHER,
        GONE
    }

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    DerivativeObjects(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Lists the folders of the root, by their first characters, that may contain derivatives. */
    List<String> folders() throws StoreException {
        return DerivativeKeys.folders(new S3Store(s3, bucket, prefix));
    }

    /**
     * Returns the kind of an object. Recognises a derivative by its metadata, as folders of originals may be named like
     * sizes.
     */
    Kind kind(Key key) {
        try {
            return head(key).metadata().containsKey(ObjectMetadata.ORIGINAL_ETAG) ? Kind.DERIVATIVE : Kind.OTHER;
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Kind.GONE;
            }
            throw e;
        }
    }

    /** Returns those of the keys that belong to derivatives. */
    List<Key> derivatives(List<Key> keys) {
        return keys.stream().filter(key -> kind(key) == Kind.DERIVATIVE).toList();
    }

    /** Tells whether a derivative was rendered from the current original, or no longer exists. */
    boolean isOf(Key derivative, Key original) {
        try {
            String originalEtag = head(derivative).metadata().get(ObjectMetadata.ORIGINAL_ETAG);
            return originalEtag != null
                    && etag(original).filter(originalEtag::equals).isPresent();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return true;
            }
            throw e;
        }
    }

    private Optional<String> etag(Key original) {
        try {
            return Optional.ofNullable(head(original).eTag());
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private HeadObjectResponse head(Key key) {
        return s3.headObject(head -> head.bucket(bucket).key(prefix + key.value()));
    }

    /** Removes objects, and adds each to the removed ones or to the failed ones. */
    void remove(List<Key> keys, KeyPurgeResult result) throws StoreException {
        for (int from = 0; from < keys.size(); from += MAX_DELETED) {
            removeBatch(keys.subList(from, Math.min(from + MAX_DELETED, keys.size())), result);
        }
    }

    private void removeBatch(List<Key> keys, KeyPurgeResult result) throws StoreException {
        List<ObjectIdentifier> identifiers = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(prefix + key.value()).build())
                .toList();
        try {
            DeleteObjectsResponse response =
                    s3.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(identifiers)));
            Set<Key> gone = new HashSet<>(keys);
            response.errors().forEach(error -> {
                Key key = new Key(error.key().substring(prefix.length()));
                gone.remove(key);
                result.failed().put(key, error.code() + ": " + error.message());
            });
            result.removed().addAll(gone);
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
