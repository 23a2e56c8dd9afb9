package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;

/** Writes progressive JPEGs of one tone, with a scan for each component and level of detail. */
public final class ProgressiveMaker {
    private static final int DC = 0;
    private static final int AC = 0x10;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int blocks;

    private ProgressiveMaker(int width, int height) {
        blocks = ((width + 7) / 8) * ((height + 7) / 8);
    }

    /**
     * Returns a JPEG in which each component has one sample for the whole picture. The last scans contain the last bit
     * of each sample.
     */
    public static byte[] plain(int width, int height, int... samples) {
        return new ProgressiveMaker(width, height).write(width, height, samples, true);
    }

    /** Returns a JPEG whose DC scans are missing. */
    public static byte[] withoutDc(int width, int height) {
        return new ProgressiveMaker(width, height).write(width, height, new int[] {128}, false);
    }

    private byte[] write(int width, int height, int[] samples, boolean means) {
        head(width, height, samples.length);
        for (int i = 0; means && i < samples.length; i++) {
            first(i, (samples[i] - 128) >> 1);
        }
        for (int i = 0; i < samples.length; i++) {
            details(i);
        }
        for (int i = 0; means && i < samples.length; i++) {
            refinement(i, samples[i] & 1);
        }
        put(0xFF, 0xD9);
        return out.toByteArray();
    }

    /** Writes the header. All quantisation steps are 8, so a DC coefficient is the sample minus 128. */
    private void head(int width, int height, int components) {
        put(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            put(8);
        }
        put(0xFF, 0xC2, 0, 8 + 3 * components, 8, height >> 8, height, width >> 8, width, components);
        for (int i = 0; i < components; i++) {
            put(i + 1, 0x11, 0);
        }
        // The Huffman code of a DC difference of up to 8 bits is its number of bits, in four bits. In AC, a 0 ends the
        // block.
        put(0xFF, 0xC4, 0, 28, DC, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        put(0xFF, 0xC4, 0, 20, AC, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private void first(int component, int half) {
        scan(component, 0, 0, 0x01);
        BitWriter bits = new BitWriter(out);
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(half));
        bits.write(size, 4);
        bits.write((half < 0 ? half - 1 : half) & ((1 << size) - 1), size);
        bits.write(0, 4 * (blocks - 1));
        bits.flush();
    }

    private void details(int component) {
        scan(component, 1, 63, 0);
        BitWriter bits = new BitWriter(out);
        bits.write(0, blocks);
        bits.flush();
    }

    private void refinement(int component, int bit) {
        scan(component, 0, 0, 0x10);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        BitWriter bits = new BitWriter(coded);
        for (int i = 0; i < blocks; i++) {
            bits.write(bit, 1);
        }
        bits.flush();
        for (byte each : coded.toByteArray()) {
            put(each);
            if (each == -1) {
                put(0);
            }
        }
    }

    private void scan(int component, int from, int to, int precision) {
        put(0xFF, 0xDA, 0, 8, 1, component + 1, 0, from, to, precision);
    }

    private void put(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
