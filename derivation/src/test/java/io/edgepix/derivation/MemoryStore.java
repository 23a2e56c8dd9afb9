package io.edgepix.derivation;

import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivation.store.StoredResponse;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A bucket in memory that records its calls. The calls that a test names fail. Thread-safe. */
public class MemoryStore implements Store {
    public static final String DATE = "Sun, 22 Nov 2026 01:02:03 GMT";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The message of failures, which may appear only in the log. */
    public static final String SECRET = "secret host down";

    public final Map<String, byte[]> originals = new ConcurrentHashMap<>();
    public final Map<String, PutRequest> derivatives = new ConcurrentHashMap<>();

    /** The times of objects, by key. Only empty objects get one by themselves. */
    public final Map<String, Instant> modified = new ConcurrentHashMap<>();

    /** The clock of the bucket. */
    public InstantSource clock = InstantSource.system();

    /** The calls, each as a verb and a key. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    /** The verbs that fail. */
    public final Set<String> failing = new HashSet<>();

    /** Actions that run before every call of a verb. */
    public final Map<String, Runnable> before = new HashMap<>();

    /** Returns the ETag of an object with these bytes. */
    public static String etag(byte[] bytes) {
        return ContentEtag.of(bytes);
    }

    private void call(String verb, Key key) throws StoreException {
        before.getOrDefault(verb, () -> {}).run();
        calls.add(verb + " " + key.value());
        if (failing.contains(verb)) {
            throw new StoreException(StoreException.Reason.FAILED, SECRET, null);
        }
    }

    @Override
    public StoredOriginal get(Key key, int maxBytes) throws StoreException {
        call("get", key);
        byte[] bytes = originals.get(key.value());
        if (bytes == null) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", null);
        }
        if (bytes.length > maxBytes) {
            throw new StoreException(StoreException.Reason.TOO_LARGE, bytes.length + " bytes", null);
        }
        return new StoredOriginal(bytes, ContentEtag.of(bytes));
    }

    @Override
    public Optional<String> etag(Key key) throws StoreException {
        call("etag", key);
        PutRequest derivative = derivatives.get(key.value());
        byte[] bytes = derivative == null ? originals.get(key.value()) : derivative.bytes();
        return Optional.ofNullable(bytes).map(ContentEtag::of);
    }

    @Override
    public Optional<ObjectHead> head(Key key) throws StoreException {
        call("head", key);
        PutRequest derivative = derivatives.get(key.value());
        byte[] bytes = derivative == null ? originals.get(key.value()) : derivative.bytes();
        return Optional.ofNullable(bytes)
                .map(found -> new ObjectHead(
                        ContentEtag.of(found),
                        Optional.ofNullable(modified.get(key.value())).map(HTTP_DATE::format),
                        found.length,
                        Optional.ofNullable(derivative).map(PutRequest::originalEtag)));
    }

    @Override
    public List<String> folders(String start) throws StoreException {
        call("list", new Key(start));
        return Stream.concat(originals.keySet().stream(), derivatives.keySet().stream())
                .filter(key -> key.startsWith(start) && key.indexOf('/', start.length()) >= 0)
                .map(key -> key.substring(0, key.indexOf('/', start.length())))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<StoredDerivative> find(Key key, String originalEtag) throws StoreException {
        call("find", key);
        return stored(key).filter(stored -> stored.originalEtag().equals(originalEtag));
    }

    private Optional<StoredDerivative> stored(Key key) {
        String modifiedAt = Optional.ofNullable(modified.get(key.value()))
                .map(HTTP_DATE::format)
                .orElse(DATE);
        return Optional.ofNullable(derivatives.get(key.value()))
                .map(stored -> new StoredDerivative(
                        stored.bytes(),
                        new Validators(ContentEtag.of(stored.bytes()), Optional.of(modifiedAt)),
                        stored.originalEtag()));
    }

    @Override
    public Optional<byte[]> start(Key key, int bytes) throws StoreException {
        call("start", key);
        return Optional.ofNullable(originals.get(key.value()))
                .map(original -> Arrays.copyOf(original, Math.min(bytes, original.length)));
    }

    @Override
    public Optional<StoredResponse> respond(Key key, Optional<String> ifNoneMatch) throws StoreException {
        call("respond", key);
        PutRequest stored = derivatives.get(key.value());
        if (stored == null) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        String etag = ContentEtag.of(stored.bytes());
        headers.put("etag", etag);
        headers.put("date", HTTP_DATE.format(clock.instant()));
        headers.put(
                "last-modified",
                Optional.ofNullable(modified.get(key.value()))
                        .map(HTTP_DATE::format)
                        .orElse(DATE));
        if (ifNoneMatch.isPresent() && ifNoneMatch.get().contains(etag)) {
            return Optional.of(new StoredResponse(304, headers, new byte[0]));
        }
        headers.put("cache-control", stored.cacheControl());
        headers.put("content-type", stored.contentType());
        headers.put("x-amz-meta-cache-tag", stored.cacheTag());
        headers.put("x-amz-meta-original-etag", stored.originalEtag());
        stored.vary().ifPresent(vary -> headers.put("x-amz-meta-vary", vary));
        return Optional.of(new StoredResponse(200, headers, stored.bytes()));
    }

    @Override
    public Validators put(Key key, PutRequest derivative) throws StoreException {
        call("put", key);
        derivatives.put(key.value(), derivative);
        return new Validators(ContentEtag.of(derivative.bytes()), Optional.of(DATE));
    }

    @Override
    public void putEmpty(Key key) throws StoreException {
        call("putEmpty", key);
        originals.put(key.value(), new byte[0]);
        modified.put(key.value(), clock.instant());
    }

    @Override
    public void delete(Key key) throws StoreException {
        call("delete", key);
        derivatives.remove(key.value());
        originals.remove(key.value());
        modified.remove(key.value());
    }
}
