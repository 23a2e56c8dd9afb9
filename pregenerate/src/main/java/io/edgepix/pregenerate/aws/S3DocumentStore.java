package io.edgepix.pregenerate.aws;

import io.edgepix.derivation.store.S3Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.DocumentObject;
import io.edgepix.pregenerate.document.DocumentStore;
import io.edgepix.pregenerate.document.StoredDocument;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Documents in a bucket of S3. Their identity and the number of their pages are metadata of the object. */
public final class S3DocumentStore implements DocumentStore {
    private static final String IDENTITY = "document-source";
    private static final String PAGES = "pages";
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;
    private final S3Store files;

    /** Creates a store in a bucket. */
    public S3DocumentStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.files = new S3Store(s3, bucket, "");
    }

    @Override
    public byte[] read(Key key, int maxBytes) throws StoreException {
        return files.get(key, maxBytes).bytes();
    }

    @Override
    public Optional<StoredDocument> find(Key key) throws StoreException {
        try {
            return document(s3.headObject(head -> head.bucket(bucket).key(key.value())));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failed(e);
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private static Optional<StoredDocument> document(HeadObjectResponse head) {
        String pages = head.metadata().getOrDefault(PAGES, "");
        String identity = head.metadata().getOrDefault(IDENTITY, "");
        Long bytes = head.contentLength();
        return identity.isEmpty() || !pages.matches("\\d{1,9}") || bytes == null
                ? Optional.empty()
                : Optional.of(new StoredDocument(identity, Integer.parseInt(pages), bytes));
    }

    @Override
    public void put(Key key, DocumentObject document) throws StoreException {
        try {
            s3.putObject(
                    put -> put.bucket(bucket)
                            .key(key.value())
                            .contentType(DocumentObject.CONTENT_TYPE)
                            .contentDisposition(document.contentDisposition())
                            .cacheControl(document.cacheControl())
                            .metadata(Map.of(IDENTITY, document.identity(), PAGES, Integer.toString(document.pages()))),
                    RequestBody.fromBytes(document.pdf()));
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(SdkException e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
