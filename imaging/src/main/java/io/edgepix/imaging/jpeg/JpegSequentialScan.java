package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.LowestBit;
import java.io.IOException;

/** Decodes blocks whose coefficients all stand in one scan, as far as the wanted number of samples needs them. */
final class JpegSequentialScan implements JpegBlockDecoder {
    /** Coefficients of a block. */
    static final int SIZE = 64;
    /** Coefficients by which a run of zeros, or an end-of-block code, can run past the end of a block. */
    static final int SPILL = 64;

    private static final int[] ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };
    private static final int NOWHERE = 64;
    private static final int[][] PLACES = {places(1), places(2), {}, places(4), {}, {}, {}, places(8)};

    private final float[] block = new float[65];
    private final JpegInverseDct inverse = new JpegInverseDct();

    /**
     * Returns the row-by-row index of each coefficient, by its position in zigzag order; {@link #NOWHERE} if it is not
     * one of the lowest {@code side} across and down.
     */
    private static int[] places(int side) {
        int[] places = new int[64 + SPILL];
        for (int i = 0; i < places.length; i++) {
            boolean counts = i < 64 && isWithin(i, side);
            places[i] = counts ? ORDER[i] : NOWHERE;
        }
        return places;
    }

    /**
     * Whether a coefficient is one of the lowest {@code side} across and down.
     *
     * @param k its position in zigzag order
     */
    static boolean isWithin(int k, int side) {
        return ORDER[k] % 8 < side && ORDER[k] / 8 < side;
    }

    /** Returns the number of coefficients in zigzag order that hold all of the lowest {@code side} across and down. */
    static int enough(int side) {
        return switch (side) {
            case 1 -> 1;
            case 2 -> 5;
            case 4 -> 25;
            default -> 64;
        };
    }

    @Override
    public void block(JpegBitReader in, JpegComponent component, int x, int y) throws IOException {
        int side = component.side();
        float[] steps = component.steps();
        block[0] = component.nextDc(in) * steps[0];
        JpegHuffmanTable codes = component.acCodes();
        long used = values(in, codes, steps, PLACES[side - 1], enough(side));
        in.check();
        inverse.run(component, block, used, component.sample(x, y));
    }

    /** Computes the samples of a component whose coefficients were all kept. */
    void finish(JpegComponent component) {
        for (int y = 0; y < component.blocksDown(); y++) {
            for (int x = 0; x < component.blocksAcross(); x++) {
                long used = load(component, x, y);
                inverse.run(component, block, used, component.sample(x, y));
            }
        }
    }

    /** Computes the samples of a component of which only the DC coefficients were kept. */
    void finishMeans(JpegComponent component) {
        JpegBlockSmoothing smoothing = new JpegBlockSmoothing(component);
        for (int y = 0; y < component.blocksDown(); y++) {
            for (int x = 0; x < component.blocksAcross(); x++) {
                smoothing.guess(x, y, block);
                inverse.run(component, block, -1, component.sample(x, y));
            }
        }
    }

    private long load(JpegComponent component, int x, int y) {
        short[] coefficients = component.coefficients();
        int from = component.coefficient(x, y);
        float[] steps = component.steps();
        int[] places = PLACES[component.side() - 1];
        long filled = component.filled()[component.block(x, y)] & -1L >>> (SIZE - enough(component.side()));
        block[0] = coefficients[from] * steps[0];
        long used = 0;
        for (long rest = filled; rest != 0; rest &= rest - 1) {
            int k = LowestBit.of(rest);
            int place = places[k];
            block[place] = coefficients[from + k] * steps[k];
            used |= 1L << place;
        }
        return used & ~1L;
    }

    /** Reads the AC coefficients that are needed, and returns a bit for each one that is set, row by row. */
    private long values(JpegBitReader in, JpegHuffmanTable codes, float[] steps, int[] places, int enough)
            throws IOException {
        int[] quick = codes.coefficients;
        int[] words = in.words;
        long bits = in.bits;
        int count = in.count;
        int at = in.at;
        float[] block = this.block;
        long used = 0;
        int k = 1;
        while (k < enough) {
            if (count < 32) {
                bits |= (words[at++] & 0xFFFF_FFFFL) << (32 - count);
                count += 32;
            }
            int whole = quick[(int) (bits >>> (64 - JpegHuffmanTable.LOOK))];
            if (whole == 0) {
                whole = codes.coefficient(bits);
            }
            k += whole >> 8 & 0xFF;
            int place = places[k];
            block[place] = (whole >> 16) * steps[k];
            used |= 1L << place;
            k++;
            bits <<= whole;
            count -= whole & 0xFF;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
        skip(in, codes, k);
        return used & ~1L;
    }

    /** Skips the remaining codes of the block. */
    private static void skip(JpegBitReader in, JpegHuffmanTable codes, int from) throws IOException {
        int[] strides = codes.strides;
        int[] words = in.words;
        long bits = in.bits;
        int count = in.count;
        int at = in.at;
        int k = from;
        while (k < SIZE) {
            if (count < 32) {
                bits |= (words[at++] & 0xFFFF_FFFFL) << (32 - count);
                count += 32;
            }
            int stride = strides[(int) (bits >>> (64 - JpegHuffmanTable.LOOK))];
            if (stride == 0) {
                stride = JpegHuffmanTable.stride(codes.entry(bits));
            }
            k += stride >> 8;
            bits <<= stride;
            count -= stride & 0xFF;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
    }
}
