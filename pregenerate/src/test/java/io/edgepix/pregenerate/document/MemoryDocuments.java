package io.edgepix.pregenerate.document;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket in memory that records its calls. The calls that a test names fail. Thread-safe. */
public final class MemoryDocuments implements DocumentStore {
    /** The message of failures, which may appear only in the log. */
    public static final String SECRET = "secret host down";

    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    public final Map<String, DocumentObject> documents = new ConcurrentHashMap<>();

    /** The calls, each as a verb and a key. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    /** The verbs that fail. */
    public final Set<String> failing = new HashSet<>();

    public void write(String key, String text) {
        files.put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    public DocumentObject stored(String key) {
        return Objects.requireNonNull(documents.get(key), key);
    }

    public long calls(String call) {
        return calls.stream().filter(call::equals).count();
    }

    private void call(String verb, Key key) throws StoreException {
        calls.add(verb + " " + key.value());
        if (failing.contains(verb)) {
            throw new StoreException(StoreException.Reason.FAILED, SECRET, null);
        }
    }

    @Override
    public byte[] read(Key key, int maxBytes) throws StoreException {
        call("read", key);
        byte[] bytes = files.get(key.value());
        if (bytes == null) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", null);
        }
        if (bytes.length > maxBytes) {
            throw new StoreException(StoreException.Reason.TOO_LARGE, bytes.length + " bytes", null);
        }
        return bytes;
    }

    @Override
    public Optional<StoredDocument> find(Key key) throws StoreException {
        call("find", key);
        return Optional.ofNullable(documents.get(key.value()))
                .map(stored -> new StoredDocument(stored.identity(), stored.pages(), stored.pdf().length));
    }

    @Override
    public void put(Key key, DocumentObject document) throws StoreException {
        call("put", key);
        documents.put(key.value(), document);
    }
}
