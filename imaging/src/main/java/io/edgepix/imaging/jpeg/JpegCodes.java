package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** A Huffman table of a JPEG, spread out by the next few bits so that most codes take one look. */
final class JpegCodes {
    static final int LOOK = 10;
    /** Stands for the zeros to the end of a block. */
    static final int END = 64;

    private static final int LONGEST = 16;

    /** By the next bits, the symbol and from bit 8 down the length of its code; 0 where it is longer. */
    private final int[] entries = new int[1 << LOOK];
    /** The same for a whole coefficient: its value, from bit 8 up the zeros before it, the length of it all. */
    final int[] coefficients = new int[1 << LOOK];
    /** The same for who needs no values: how many coefficients to go on by, and the length of it all. */
    final int[] strides = new int[1 << LOOK];

    private final int[] limits = new int[LONGEST + 1];
    private final int[] offsets = new int[LONGEST + 1];
    private final byte[] symbols;

    /** From a table definition's counts of codes by length, which stand there, and its symbols behind them. */
    JpegCodes(byte[] jpeg, int start) throws IOException {
        int total = 0;
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int count = jpeg[start + length - 1] & 0xFF;
            offsets[length] = total - code;
            code += count;
            total += count;
            limits[length] = code << (LONGEST - length);
            if (code > 1 << length) {
                throw new IOException("Too many codes of length " + length + " at offset " + start);
            }
            code <<= 1;
        }
        symbols = new byte[total];
        System.arraycopy(jpeg, start + LONGEST, symbols, 0, total);
        for (int next = 0; next < entries.length; next++) {
            spread(next);
        }
    }

    /** How many bytes a definition has whose counts stand there. */
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

    /** A whole coefficient, of the code that is on top of the bits. */
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

    /** By how many coefficients to go on after a code, above bit 8, and below the length of it and of the value. */
    static int stride(int entry) {
        int symbol = entry >> 8;
        int zeros = symbol >> 4;
        int size = symbol & 0xF;
        boolean last = size == 0 && zeros < 15;
        return (last ? END : zeros + 1) << 8 | (entry & 0xFF) + size;
    }

    /** The symbol and from bit 8 down the length of the code that is on top of the bits. */
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
        throw new IOException("Bits that are no code");
    }
}
