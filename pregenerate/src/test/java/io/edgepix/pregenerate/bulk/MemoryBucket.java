package io.edgepix.pregenerate.bulk;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.listing.ListedObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A bucket in memory. Its keys have the order of S3, computed from their bytes. */
public class MemoryBucket implements JobBucket {
    private record Stored(String text, String etag, Instant modified) {}

    /** The keys that were read. */
    public final List<String> reads = new ArrayList<>();

    private final NavigableMap<byte[], String> keys = new TreeMap<>(Arrays::compareUnsigned);
    private final Map<String, Stored> objects = new HashMap<>();
    private int versions;
    private long lists;

    /** Adds an object that was stored at a second. */
    public synchronized MemoryBucket add(String key, long second) {
        return add(key, "", second);
    }

    private synchronized MemoryBucket add(String key, String text, long second) {
        keys.put(key.getBytes(StandardCharsets.UTF_8), key);
        objects.put(key, new Stored(text, "\"" + versions++ + "\"", Instant.ofEpochSecond(second)));
        return this;
    }

    /** Removes an object. */
    public synchronized void remove(String key) {
        keys.remove(key.getBytes(StandardCharsets.UTF_8));
        objects.remove(key);
    }

    @Override
    public synchronized List<ListedObject> page(String prefix, String after, int max) {
        lists++;
        return keys.tailMap(after.getBytes(StandardCharsets.UTF_8), false).values().stream()
                .filter(key -> key.startsWith(prefix))
                .limit(max)
                .map(this::listed)
                .toList();
    }

    private ListedObject listed(String key) {
        Stored stored = Objects.requireNonNull(objects.get(key));
        return new ListedObject(key, stored.etag(), stored.modified());
    }

    @Override
    public synchronized List<String> folders(String prefix) {
        TreeSet<String> folders = new TreeSet<>();
        for (String key : keys.values()) {
            int slash = key.startsWith(prefix) ? key.indexOf('/', prefix.length()) : -1;
            if (slash >= 0) {
                folders.add(key.substring(0, slash + 1));
            }
        }
        return List.copyOf(folders);
    }

    @Override
    public synchronized Optional<Versioned> get(Key key) {
        reads.add(key.value());
        return Optional.ofNullable(objects.get(key.value())).map(stored -> new Versioned(stored.text(), stored.etag()));
    }

    @Override
    public synchronized String put(Key key, String text, String expected) {
        Stored before = objects.get(key.value());
        if (!expected.isEmpty() && (before == null || !before.etag().equals(expected))) {
            throw new StateChangedException(key.value());
        }
        add(key.value(), text, 0);
        return Objects.requireNonNull(objects.get(key.value())).etag();
    }

    @Override
    public synchronized long listRequests() {
        return lists;
    }
}
