package io.edgepix.imaging.tiff;

import java.nio.ByteOrder;

/**
 * Converts rows of differences back into samples (TIFF 6.0, section 14; for floats, Adobe Photoshop TIFF Technical Note
 * 3).
 */
final class TiffPredictor {
    private final int predictor;
    private final int size;
    private final int samples;
    private final boolean little;

    TiffPredictor(TiffLayout layout, int plane) {
        int[] bits = layout.bits(plane);
        this.predictor = layout.predictor;
        this.size = bits[0] / Byte.SIZE;
        this.samples = bits.length;
        this.little = layout.order == ByteOrder.LITTLE_ENDIAN;
    }

    /** Converts a row in place. */
    void undo(byte[] row, int at, int length) {
        if (predictor == TiffLayout.DIFFERENCES) {
            sum(row, at, length);
        } else if (predictor == TiffLayout.FLOAT_DIFFERENCES) {
            join(row, at, length);
        }
    }

    /** Adds its left neighbour to each sample, with a carry from one byte to the next. */
    private void sum(byte[] row, int at, int length) {
        int stride = size * samples;
        for (int sample = at + stride; sample + size <= at + length; sample += size) {
            int carry = 0;
            for (int i = 0; i < size; i++) {
                int octet = sample + (little ? i : size - 1 - i);
                int sum = (row[octet] & 0xFF) + (row[octet - stride] & 0xFF) + carry;
                row[octet] = (byte) sum;
                carry = sum >> Byte.SIZE;
            }
        }
    }

    /**
     * Converts differences of floats. A row begins with the most significant bytes of all its floats. The next bytes of
     * all floats follow, and so on.
     */
    private void join(byte[] row, int at, int length) {
        for (int i = at + samples; i < at + length; i++) {
            row[i] += row[i - samples];
        }
        byte[] parts = new byte[length];
        System.arraycopy(row, at, parts, 0, length);
        int count = length / size;
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < size; part++) {
                row[at + i * size + (little ? size - 1 - part : part)] = parts[part * count + i];
            }
        }
    }
}
