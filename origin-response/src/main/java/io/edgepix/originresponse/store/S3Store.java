package io.edgepix.originresponse.store;

import io.edgepix.derivative.Key;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3. */
public final class S3Store implements Store {
    /** What a lifecycle rule of the bucket tells derivatives by: their keys have no prefix in common. */
    private static final String EXPIRING = "edgepix=derivative";

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    /**
     * A store in a bucket.
     *
     * @param prefix what stands before every key: empty, or the origin's path without its leading slash and with one
     *     at its end
     */
    public S3Store(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public Original get(Key key, int maxBytes) throws StoreException {
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(bucket).key(prefix + key.value()))) {
            Long length = object.response().contentLength();
            if (length == null) {
                throw new StoreException(StoreException.Reason.FAILED, "S3 gave no content-length", null);
            }
            if (length > maxBytes) {
                object.abort();
                throw new StoreException(StoreException.Reason.TOO_LARGE, length + " bytes", null);
            }
            byte[] bytes = object.readNBytes(length.intValue());
            if (bytes.length < length) {
                throw new StoreException(
                        StoreException.Reason.FAILED, "S3 gave " + bytes.length + " of " + length + " bytes", null);
            }
            return new Original(bytes, object.response().eTag());
        } catch (NoSuchKeyException e) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", e);
        } catch (S3Exception e) {
            throw e.statusCode() == 404
                    ? new StoreException(StoreException.Reason.MISSING, "no such key", e)
                    : failed(e);
        } catch (SdkException | IOException e) {
            throw failed(e);
        }
    }

    @Override
    public String put(Key key, Stored derivative) throws StoreException {
        try {
            return s3.putObject(
                            request -> request.bucket(bucket)
                                    .key(prefix + key.value())
                                    .contentType(derivative.contentType())
                                    .cacheControl(derivative.cacheControl())
                                    .tagging(derivative.expires() ? EXPIRING : null)
                                    .metadata(Map.of(
                                            "original-etag", derivative.originalEtag(),
                                            "cache-tag", derivative.cacheTag())),
                            RequestBody.fromBytes(derivative.bytes()))
                    .eTag();
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
