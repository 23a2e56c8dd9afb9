package io.edgepix.derivation.snapshot;

import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivation.store.StoredResponse;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bucket in memory that has originals, and drops the derivatives that it should store.
 *
 * @param stored the number of derivatives that were dropped
 */
public record PrimingStore(Map<String, byte[]> originals, AtomicInteger stored) implements Store {
    private static final String ETAG = "\"priming\"";

    @Override
    public StoredOriginal get(Key key, int maxBytes) throws StoreException {
        byte[] bytes = originals.get(key.value());
        if (bytes == null) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", null);
        }
        return new StoredOriginal(bytes, ETAG);
    }

    @Override
    public Optional<ObjectHead> head(Key key) {
        return Optional.ofNullable(originals.get(key.value()))
                .map(bytes -> new ObjectHead(ETAG, Optional.empty(), bytes.length, Optional.empty()));
    }

    @Override
    public List<String> folders(String start) {
        return List.of();
    }

    @Override
    public Optional<StoredDerivative> find(Key key, String originalEtag) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> start(Key key, int bytes) {
        return Optional.ofNullable(originals.get(key.value()))
                .map(original -> Arrays.copyOf(original, Math.min(bytes, original.length)));
    }

    @Override
    public Optional<StoredResponse> respond(Key key, Optional<String> ifNoneMatch) {
        return Optional.empty();
    }

    @Override
    public Validators put(Key key, PutRequest derivative) {
        stored.incrementAndGet();
        return new Validators(ETAG, Optional.empty());
    }

    @Override
    public void putEmpty(Key key) {
        // The functions ask for nothing.
    }

    @Override
    public void delete(Key key) {
        // It has no derivatives.
    }
}
