package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;

/** Writes numbers of any number of bits, most significant bit first. */
public final class BitWriter {
    private final ByteArrayOutputStream out;
    private int pending;
    private int count;

    public BitWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    public void write(int value, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            pending = pending << 1 | (value >> i & 1);
            if (++count == 8) {
                out.write(pending);
                pending = 0;
                count = 0;
            }
        }
    }

    /** Fills the last byte with zeros. */
    public void flush() {
        while (count > 0) {
            write(0, 1);
        }
    }
}
