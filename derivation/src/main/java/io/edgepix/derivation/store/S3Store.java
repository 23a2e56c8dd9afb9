package io.edgepix.derivation.store;

import io.edgepix.derivative.Key;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3. */
public final class S3Store implements Store {
    private static final List<String> LAST_MODIFIED =
            List.of(UnreadHeaders.LAST_MODIFIED, UnreadHeaders.UNREAD_LAST_MODIFIED);

    private static final int NOT_MODIFIED = 304;

    private interface Request<T> {
        T send() throws IOException, StoreException;
    }

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    /**
     * Creates a store in a bucket.
     *
     * @param prefix precedes every key: empty, or a path without a leading slash and with one at its end
     */
    public S3Store(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public StoredOriginal get(Key key, int maxBytes) throws StoreException {
        return send(() -> {
            try (ResponseInputStream<GetObjectResponse> object = open(key)) {
                return new StoredOriginal(
                        bytes(object, maxBytes), object.response().eTag());
            }
        });
    }

    @Override
    public Optional<StoredDerivative> find(Key key, String originalEtag) throws StoreException {
        return emptyIfMissing(() -> {
            try (ResponseInputStream<GetObjectResponse> object = open(key)) {
                GetObjectResponse response = object.response();
                if (!originalEtag.equals(response.metadata().get(ObjectMetadata.ORIGINAL_ETAG))) {
                    object.abort();
                    return Optional.empty();
                }
                byte[] bytes = bytes(object, Integer.MAX_VALUE);
                Validators validators =
                        new Validators(response.eTag(), date(response.sdkHttpResponse(), LAST_MODIFIED));
                return Optional.of(new StoredDerivative(bytes, validators, originalEtag));
            }
        });
    }

    private ResponseInputStream<GetObjectResponse> open(Key key) {
        return s3.getObject(request -> request.bucket(bucket).key(prefix + key.value()));
    }

    @Override
    public Optional<byte[]> start(Key key, int bytes) throws StoreException {
        return emptyIfMissing(() -> Optional.of(s3.getObjectAsBytes(request ->
                        request.bucket(bucket).key(prefix + key.value()).range("bytes=0-" + (bytes - 1)))
                .asByteArrayUnsafe()));
    }

    @Override
    public Optional<StoredResponse> respond(Key key, Optional<String> ifNoneMatch) throws StoreException {
        return emptyIfMissing(() -> {
            try (ResponseInputStream<GetObjectResponse> object = s3.getObject(request ->
                    request.bucket(bucket).key(prefix + key.value()).ifNoneMatch(ifNoneMatch.orElse(null)))) {
                Map<String, String> headers = CachedHeaders.of(object.response().sdkHttpResponse());
                return Optional.of(new StoredResponse(200, headers, bytes(object, Integer.MAX_VALUE)));
            } catch (S3Exception e) {
                if (e.statusCode() != NOT_MODIFIED) {
                    throw e;
                }
                Map<String, String> headers =
                        CachedHeaders.of(e.awsErrorDetails().sdkHttpResponse());
                return Optional.of(new StoredResponse(NOT_MODIFIED, headers, new byte[0]));
            }
        });
    }

    private static byte[] bytes(ResponseInputStream<GetObjectResponse> object, int maxBytes)
            throws IOException, StoreException {
        Long length = object.response().contentLength();
        if (length == null) {
            throw new StoreException(StoreException.Reason.FAILED, "expected a Content-Length from S3, got none", null);
        }
        if (length > maxBytes) {
            object.abort();
            throw new StoreException(StoreException.Reason.TOO_LARGE, length + " bytes", null);
        }
        // Without an array of its own, readNBytes first collects all bytes in small ones.
        byte[] bytes = new byte[length.intValue()];
        int read = object.readNBytes(bytes, 0, bytes.length);
        if (read < length) {
            throw new StoreException(
                    StoreException.Reason.FAILED, "expected " + length + " bytes from S3, got " + read, null);
        }
        return bytes;
    }

    @Override
    public Optional<ObjectHead> head(Key key) throws StoreException {
        return emptyIfMissing(() -> {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(bucket).key(prefix + key.value()));
            return Optional.of(new ObjectHead(
                    head.eTag(),
                    date(head.sdkHttpResponse(), LAST_MODIFIED),
                    Objects.requireNonNullElse(head.contentLength(), 0L),
                    Optional.ofNullable(head.metadata().get(ObjectMetadata.ORIGINAL_ETAG))));
        });
    }

    @Override
    public List<String> folders(String start) throws StoreException {
        return send(() -> s3
                .listObjectsV2Paginator(
                        list -> list.bucket(bucket).prefix(prefix + start).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(folder -> folder.prefix()
                        .substring(prefix.length(), folder.prefix().length() - 1))
                .toList());
    }

    /** The result has the date of S3's response, as the date of the object would take another request. */
    @Override
    public Validators put(Key key, PutRequest derivative) throws StoreException {
        return send(() -> {
            PutObjectResponse response = s3.putObject(
                    request -> request.bucket(bucket)
                            .key(prefix + key.value())
                            .contentType(derivative.contentType())
                            .cacheControl(derivative.cacheControl())
                            .tagging(derivative.expires() ? ObjectMetadata.EXPIRING : null)
                            .metadata(ObjectMetadata.of(derivative)),
                    RequestBody.fromBytes(derivative.bytes()));
            return new Validators(response.eTag(), date(response.sdkHttpResponse(), List.of("Date")));
        });
    }

    private static Optional<String> date(SdkHttpResponse response, List<String> names) {
        return response.firstMatchingHeader(names).filter(date -> !date.isEmpty());
    }

    @Override
    public void putEmpty(Key key) throws StoreException {
        send(() -> s3.putObject(
                request -> request.bucket(bucket).key(prefix + key.value()).contentType("application/octet-stream"),
                RequestBody.empty()));
    }

    @Override
    public void delete(Key key) throws StoreException {
        send(() -> s3.deleteObject(request -> request.bucket(bucket).key(prefix + key.value())));
    }

    private static <T> Optional<T> emptyIfMissing(Request<Optional<T>> request) throws StoreException {
        try {
            return send(request);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> T send(Request<T> request) throws StoreException {
        try {
            return request.send();
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

    private static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
