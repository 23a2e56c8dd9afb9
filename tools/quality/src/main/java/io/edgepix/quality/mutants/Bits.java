package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;

/** Writes bytes bit by bit, the lowest bit first, as in GIF and lossless WebP. */
final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int count;

    void write(int value, int bits) {
        pending |= (long) value << count;
        for (count += bits; count >= 8; count -= 8) {
            bytes.write((int) pending);
            pending >>>= 8;
        }
    }

    /** Returns all bytes. The last one is padded with zeros. */
    byte[] bytes() {
        if (count > 0) {
            bytes.write((int) pending);
            pending = 0;
            count = 0;
        }
        return bytes.toByteArray();
    }
}
