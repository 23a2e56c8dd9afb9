package io.edgepix.localqueue.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds keys that occur twice in a file of any length. A key needs eight bytes of memory. */
final class RowHashes {
    private static final int FIRST = 1024;

    private final MessageDigest digest;
    private long[] hashes = new long[FIRST];
    private int size;

    RowHashes() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a key. */
    void add(String key) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(key);
    }

    /** Returns the number of keys. */
    int size() {
        return size;
    }

    /** Returns the hashes that occur more than once, and forgets all keys. */
    Set<Long> repeated() {
        Arrays.sort(hashes, 0, size);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        size = 0;
        return repeated;
    }

    /** Returns the hash of a key. */
    long hash(String key) {
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
