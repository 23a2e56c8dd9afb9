package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.LowestBit;
import java.io.IOException;

/**
 * Reads an AC refinement scan of a progressive JPEG, which adds a bit to a band of coefficients (ITU T.81, G.1.2.3).
 */
final class JpegRefinementScan implements JpegBlockDecoder {
    private final int first;
    private final int last;
    private final int bit;
    /** The number of following blocks in which no coefficient becomes nonzero (EOBRUN). */
    private int empty;

    JpegRefinementScan(int first, int last, int low) {
        this.first = first;
        this.last = last;
        this.bit = 1 << low;
    }

    @Override
    public void restart() {
        empty = 0;
    }

    @Override
    public void block(JpegBitReader in, JpegComponent component, int x, int y) throws IOException {
        short[] coefficients = component.coefficients();
        int start = component.coefficient(x, y);
        long filled = component.filled()[component.block(x, y)] & range(first, last + 1);
        if (empty > 0) {
            refine(in, coefficients, start, filled);
            empty--;
        } else {
            component.filled()[component.block(x, y)] |= begin(in, component.acCodes(), coefficients, start, filled);
        }
        in.check();
    }

    private static long range(int from, int end) {
        return -1L << from & (end == JpegBlock.SIZE ? -1L : ~(-1L << end));
    }

    /**
     * Reads the coefficients that become nonzero, refines those that already are, and returns a bit for each new one.
     */
    private long begin(JpegBitReader in, JpegHuffmanTable codes, short[] coefficients, int start, long filled)
            throws IOException {
        long begun = 0;
        int k = first;
        while (k <= last) {
            int symbol = in.symbol(codes);
            int zeros = symbol >> 4;
            int size = symbol & 0xF;
            if (size > 1) {
                throw new IOException("Expected a new coefficient of 1 bit, got " + size);
            }
            if (size == 0 && zeros < 15) {
                empty = (1 << zeros) - 1 + in.take(zeros);
                refine(in, coefficients, start, filled & range(k, last + 1));
                break;
            }
            int value = size == 0 ? 0 : in.take(1) == 0 ? -bit : bit;
            int place = free(filled, k, zeros);
            refine(in, coefficients, start, filled & range(k, place));
            if (value != 0) {
                if (place > last) {
                    throw new IOException("Expected a run of zeros within its block, got one past coefficient " + last);
                }
                coefficients[start + place] = (short) value;
                begun |= 1L << place;
            }
            k = place + 1;
        }
        return begun;
    }

    /**
     * Skips {@code others} positions that are not filled, and returns the next such position, or the end of the band.
     */
    private int free(long filled, int from, int others) {
        long free = ~filled & range(from, last + 1);
        for (int i = 0; i < others; i++) {
            free &= free - 1;
        }
        return free == 0 ? last + 1 : LowestBit.of(free);
    }

    /** Reads a bit for each coefficient in a mask. */
    private void refine(JpegBitReader in, short[] coefficients, int start, long those) {
        int[] words = in.words;
        long bits = in.bits;
        int count = in.count;
        int at = in.at;
        for (long rest = those; rest != 0; rest &= rest - 1) {
            if (count == 0) {
                bits = (long) words[at++] << 32;
                count = 32;
            }
            int k = start + LowestBit.of(rest);
            int value = coefficients[k];
            int sign = value >> 31;
            int more = bit & (int) (bits >> 63);
            coefficients[k] = (short) (value + ((more ^ sign) - sign));
            bits <<= 1;
            count--;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
    }
}
