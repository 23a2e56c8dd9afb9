package io.edgepix.derivation.rest;

import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.CachedHeaders;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.ObjectMetadata;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivation.store.StoredResponse;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;

/** A bucket over S3's REST API. */
final class RestStore implements Store {
    private static final String LAST_MODIFIED = "Last-Modified";
    private static final String ORIGINAL_ETAG = ObjectMetadata.HEADER + ObjectMetadata.ORIGINAL_ETAG;

    private final RestClient client;
    private final Bucket bucket;

    RestStore(RestClient client, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public StoredOriginal get(Key key, int maxBytes) throws StoreException {
        return send(
                request(SdkHttpMethod.GET, key, Map.of()),
                response -> new StoredOriginal(response.bytes(maxBytes), response.etag()));
    }

    @Override
    public Optional<StoredDerivative> find(Key key, String originalEtag) throws StoreException {
        return emptyIfMissing(request(SdkHttpMethod.GET, key, Map.of()), response -> {
            if (!response.header(ORIGINAL_ETAG).equals(Optional.of(originalEtag))) {
                response.abort();
                return Optional.empty();
            }
            Validators validators = new Validators(response.etag(), response.header(LAST_MODIFIED));
            return Optional.of(new StoredDerivative(response.bytes(Integer.MAX_VALUE), validators, originalEtag));
        });
    }

    @Override
    public Optional<byte[]> start(Key key, int bytes) throws StoreException {
        return emptyIfMissing(
                request(SdkHttpMethod.GET, key, Map.of("Range", "bytes=0-" + (bytes - 1))),
                response -> Optional.of(response.bytes(bytes)));
    }

    @Override
    public Optional<StoredResponse> respond(Key key, Optional<String> ifNoneMatch) throws StoreException {
        Map<String, String> condition =
                ifNoneMatch.map(etags -> Map.of("If-None-Match", etags)).orElse(Map.of());
        return emptyIfMissing(request(SdkHttpMethod.GET, key, condition), response -> {
            byte[] bytes = response.status() == 200 ? response.bytes(Integer.MAX_VALUE) : new byte[0];
            return Optional.of(new StoredResponse(response.status(), CachedHeaders.of(response.head()), bytes));
        });
    }

    @Override
    public Optional<ObjectHead> head(Key key) throws StoreException {
        return emptyIfMissing(
                request(SdkHttpMethod.HEAD, key, Map.of()),
                response -> Optional.of(new ObjectHead(
                        response.etag(),
                        response.header(LAST_MODIFIED),
                        response.header("Content-Length").map(Long::valueOf).orElse(0L),
                        response.header(ORIGINAL_ETAG))));
    }

    /** Always fails, since only purges list folders. They use {@link io.edgepix.derivation.store.S3Store}. */
    @Override
    public List<String> folders(String start) {
        throw new UnsupportedOperationException("this client lists no folders");
    }

    /** The result has the date of S3's response, as the date of the object would take another request. */
    @Override
    public Validators put(Key key, PutRequest derivative) throws StoreException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", derivative.contentType());
        headers.put("Cache-Control", derivative.cacheControl());
        if (derivative.expires()) {
            headers.put("x-amz-tagging", ObjectMetadata.EXPIRING);
        }
        ObjectMetadata.of(derivative).forEach((name, value) -> headers.put(ObjectMetadata.HEADER + name, value));
        return send(
                new RestRequest(SdkHttpMethod.PUT, bucket.prefix() + key.value(), headers, derivative.bytes()),
                response -> new Validators(response.etag(), response.header("Date")));
    }

    @Override
    public void putEmpty(Key key) throws StoreException {
        send(request(SdkHttpMethod.PUT, key, Map.of("Content-Type", "application/octet-stream")), response -> true);
    }

    @Override
    public void delete(Key key) throws StoreException {
        send(request(SdkHttpMethod.DELETE, key, Map.of()), response -> true);
    }

    private RestRequest request(SdkHttpMethod method, Key key, Map<String, String> headers) {
        return new RestRequest(method, bucket.prefix() + key.value(), headers);
    }

    private <T> Optional<T> emptyIfMissing(RestRequest request, RestClient.Reader<Optional<T>> reader)
            throws StoreException {
        try {
            return send(request, reader);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T send(RestRequest request, RestClient.Reader<T> reader) throws StoreException {
        try {
            return client.send(request, bucket, reader);
        } catch (S3ErrorException e) {
            throw e.isMissing() ? new StoreException(StoreException.Reason.MISSING, "no such key", e) : failed(e);
        } catch (SdkException | IOException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
}
