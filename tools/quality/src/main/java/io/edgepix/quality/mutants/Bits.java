package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;

/** Bytes written bit by bit, the lowest bit first, as GIF and lossless WebP have them. */
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

    /** All of them, the last byte filled with zeros. */
    byte[] bytes() {
        if (count > 0) {
            bytes.write((int) pending);
            pending = 0;
            count = 0;
        }
        return bytes.toByteArray();
    }
}
