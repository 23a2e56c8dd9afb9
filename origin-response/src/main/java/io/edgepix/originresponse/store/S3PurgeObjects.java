package io.edgepix.originresponse.store;

import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests of a purge. */
final class S3PurgeObjects {
    /** What one DeleteObjects takes. */
    private static final int BATCH = 1000;

    private static final String ORIGINAL_ETAG = "original-etag";

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    S3PurgeObjects(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** The root's folders that may hold derivatives, asked for by their first characters: originals may lie there too. */
    List<String> folders() throws StoreException {
        List<String> folders = new ArrayList<>();
        try {
            for (int i = 0; i < DerivativeKeys.FIRST_CHARACTERS.length(); i++) {
                String first = prefix + DerivativeKeys.FIRST_CHARACTERS.charAt(i);
                s3.listObjectsV2Paginator(
                                list -> list.bucket(bucket).prefix(first).delimiter("/"))
                        .commonPrefixes()
                        .forEach(common -> folders.add(name(common.prefix())));
            }
        } catch (SdkException e) {
            throw failed(e);
        }
        folders.removeIf(folder -> !DerivativeKeys.isFolder(folder));
        return folders;
    }

    private String name(String commonPrefix) {
        return commonPrefix.substring(prefix.length(), commonPrefix.length() - 1);
    }

    /** What lies under a key. */
    enum Kind {
        DERIVATIVE,
        OTHER,
        GONE
    }

    /** Tells a derivative by its metadata: an original may lie in a folder that is called like a size. */
    Kind kind(Key key) {
        try {
            return head(key).metadata().containsKey(ORIGINAL_ETAG) ? Kind.DERIVATIVE : Kind.OTHER;
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Kind.GONE;
            }
            throw e;
        }
    }

    /** Which of the keys are those of derivatives. */
    List<Key> derivatives(List<Key> keys) {
        return keys.stream().filter(key -> kind(key) == Kind.DERIVATIVE).toList();
    }

    /** Whether a derivative was made from the original that is there now, or is gone. */
    boolean isOf(Key derivative, Key original) {
        try {
            String madeFrom = head(derivative).metadata().get(ORIGINAL_ETAG);
            return madeFrom != null && madeFrom.equals(etag(original));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return true;
            }
            throw e;
        }
    }

    private String etag(Key original) {
        try {
            return head(original).eTag();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return "";
            }
            throw e;
        }
    }

    private HeadObjectResponse head(Key key) {
        return s3.headObject(head -> head.bucket(bucket).key(prefix + key.value()));
    }

    /** Removes them, and notes which were and which could not be. */
    void remove(List<Key> keys, Purged purged) throws StoreException {
        for (int from = 0; from < keys.size(); from += BATCH) {
            removeBatch(keys.subList(from, Math.min(from + BATCH, keys.size())), purged);
        }
    }

    private void removeBatch(List<Key> keys, Purged purged) throws StoreException {
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
                purged.failed().put(key, error.code() + ": " + error.message());
            });
            purged.removed().addAll(gone);
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
