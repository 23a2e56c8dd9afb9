package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Counts distinct keys. It stores 8 bytes of the SHA-256 of each, so a million keys take 8 MB. */
final class DistinctKeys {
    private static final int INITIAL = 1024;

    private final MessageDigest sha256;
    private long[] hashes = new long[INITIAL];
    private int used;

    DistinctKeys() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Key key) {
        if (used == hashes.length) {
            removeDuplicates();
            if (used > hashes.length / 2) {
                hashes = Arrays.copyOf(hashes, 2 * hashes.length);
            }
        }
        hashes[used++] = ByteBuffer.wrap(sha256.digest(key.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    long count() {
        removeDuplicates();
        return used;
    }

    private void removeDuplicates() {
        Arrays.sort(hashes, 0, used);
        int distinct = 0;
        for (int i = 0; i < used; i++) {
            if (distinct == 0 || hashes[distinct - 1] != hashes[i]) {
                hashes[distinct++] = hashes[i];
            }
        }
        used = distinct;
    }
}
