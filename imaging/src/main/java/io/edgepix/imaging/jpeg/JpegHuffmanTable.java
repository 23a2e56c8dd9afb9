package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** A Huffman table of a JPEG, indexed by the next {@link #LOOK} bits, so that most codes need one look-up. */
final class JpegHuffmanTable {
    static final int LOOK = 10;
    /** The run length that stands for zeros up to the end of a block. */
    static final int END = 64;

    private static final int LONGEST = 16;

    /**
     * Indexed by the next bits: the symbol from bit 8 up, and the length of its code in bits 0 to 7. An entry is 0 if
     * the code is longer than {@link #LOOK}.
     */
    private final int[] entries = new int[1 << LOOK];
    /**
     * Indexed by the next bits: the value of a coefficient from bit 16 up, the number of zeros before it from bit 8 up,
     * and the length of code and value in bits 0 to 7. An entry is 0 if they are longer than {@link #LOOK}.
     */
    final int[] coefficients = new int[1 << LOOK];
    /**
     * Indexed by the next bits, for callers that need no values: the number of coefficients to skip from bit 8 up, and
     * the length of code and value in bits 0 to 7. An entry is 0 if the code is longer than {@link #LOOK}.
     */
    final int[] strides = new int[1 << LOOK];

    private final int[] limits = new int[LONGEST + 1];
    private final int[] offsets = new int[LONGEST + 1];
    private final byte[] symbols;

    /**
     * Reads a table definition: 16 counts of codes by their length, then the symbols (ITU T.81, B.2.4.2).
     *
     * @param start the offset of the counts
     */
    JpegHuffmanTable(byte[] jpeg, int start) throws IOException {
        int total = 0;
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int count = jpeg[start + length - 1] & 0xFF;
            offsets[length] = total - code;
            code += count;
            total += count;
            limits[length] = code << (LONGEST - length);
            if (code > 1 << length) {
                throw new IOException("Too many Huffman codes of length " + length + " at offset " + start);
            }
            code <<= 1;
        }
        symbols = new byte[total];
        System.arraycopy(jpeg, start + LONGEST, symbols, 0, total);
        for (int next = 0; next < entries.length; next++) {
            spread(next);
        }
    }

    /** Returns the length in bytes of the definition whose counts begin at an offset. */
    static int size(byte[] jpeg, int start) {
        int total = LONGEST;
        for (int i = 0; i < LONGEST; i++) {
            total += jpeg[start + i] & 0xFF;
        }
        return total;
    }

    private void spread(int next) {
        int length = 1;
        while (length <= LOOK && next << (LONGEST - LOOK) >= limits[length]) {
            length++;
        }
        if (length > LOOK) {
            return;
        }
        int symbol = symbols[offsets[length] + (next >> (LOOK - length))] & 0xFF;
        entries[next] = symbol << 8 | length;
        strides[next] = stride(entries[next]);
        if (length + (symbol & 0xF) <= LOOK) {
            coefficients[next] = coefficient(entries[next], (long) next << (64 - LOOK));
        }
    }

    /** Returns the coefficient at the top of the bits, packed as in {@link #coefficients}. */
    int coefficient(long bits) throws IOException {
        return coefficient(entry(bits), bits);
    }

    private static int coefficient(int entry, long bits) {
        int length = entry & 0xFF;
        int size = entry >> 8 & 0xF;
        int zeros = entry >> 12;
        if (size == 0) {
            return (zeros == 15 ? zeros : END) << 8 | length;
        }
        int value = (int) (bits << length >>> (64 - size));
        int signed = value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        return signed << 16 | zeros << 8 | (length + size);
    }

    /** Returns the number of coefficients to skip for a code, packed as in {@link #strides}. */
    static int stride(int entry) {
        int symbol = entry >> 8;
        int zeros = symbol >> 4;
        int size = symbol & 0xF;
        boolean last = size == 0 && zeros < 15;
        return (last ? END : zeros + 1) << 8 | (entry & 0xFF) + size;
    }

    /** Returns the code at the top of the bits, packed as in {@link #entries}. */
    int entry(long bits) throws IOException {
        int entry = entries[(int) (bits >>> (64 - LOOK))];
        return entry != 0 ? entry : longer((int) (bits >>> (64 - LONGEST)));
    }

    private int longer(int next) throws IOException {
        for (int length = LOOK + 1; length <= LONGEST; length++) {
            if (next < limits[length]) {
                int symbol = symbols[offsets[length] + (next >> (LONGEST - length))] & 0xFF;
                return symbol << 8 | length;
            }
        }
        throw new IOException("Expected a Huffman code, got 0x" + Integer.toHexString(next));
    }
}
