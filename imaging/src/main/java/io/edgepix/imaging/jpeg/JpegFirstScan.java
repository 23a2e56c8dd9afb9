package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** Reads the first AC scan of a band of coefficients in a progressive JPEG (ITU T.81, G.1.2.2). */
final class JpegFirstScan implements JpegBlockDecoder {
    private final int first;
    private final int last;
    private final int low;
    /** The number of following blocks that have no more coefficients in this scan (EOBRUN). */
    private int empty;

    JpegFirstScan(int first, int last, int low) {
        this.first = first;
        this.last = last;
        this.low = low;
    }

    @Override
    public void restart() {
        empty = 0;
    }

    @Override
    public void block(JpegBitReader in, JpegComponent component, int x, int y) throws IOException {
        if (empty > 0) {
            empty--;
            return;
        }
        component.filled()[component.block(x, y)] |=
                values(in, component.acCodes(), component.coefficients(), component.coefficient(x, y));
        in.check();
    }

    /** Reads the coefficients of a block, and returns a bit for each one that is not 0, in zigzag order. */
    private long values(JpegBitReader in, JpegHuffmanTable codes, short[] coefficients, int start) throws IOException {
        int[] quick = codes.coefficients;
        int[] words = in.words;
        long bits = in.bits;
        int count = in.count;
        int at = in.at;
        long filled = 0;
        int k = first;
        while (k <= last) {
            if (count < 32) {
                bits |= (words[at++] & 0xFFFF_FFFFL) << (32 - count);
                count += 32;
            }
            int whole = quick[(int) (bits >>> (64 - JpegHuffmanTable.LOOK))];
            if (whole == 0) {
                whole = codes.coefficient(bits);
            }
            int zeros = whole >> 8 & 0xFF;
            if (zeros == JpegHuffmanTable.END) {
                break;
            }
            k += zeros;
            if (k > last) {
                throw new IOException("Expected a run of zeros within its block, got one past coefficient " + last);
            }
            coefficients[start + k] = (short) (whole >> 16 << low);
            filled |= (whole >> 16 == 0 ? 0L : 1L) << k;
            k++;
            bits <<= whole;
            count -= whole & 0xFF;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
        if (k <= last) {
            int run = in.symbol(codes) >> 4;
            empty = (1 << run) - 1 + in.take(run);
        }
        return filled;
    }
}
