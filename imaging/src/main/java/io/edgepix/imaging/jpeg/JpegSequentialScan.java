package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.LowestBit;
import java.io.IOException;

/**
 * Decodes blocks whose coefficients are all in one scan. It decodes only those that the wanted number of samples needs.
 */
final class JpegSequentialScan implements JpegBlockDecoder {
    private static final int[][] PLACES = {
        JpegBlock.places(1), JpegBlock.places(2), {}, JpegBlock.places(4), {}, {}, {}, JpegBlock.places(8)
    };

    private final float[] block = new float[JpegBlock.SIZE + 1];
    private final JpegInverseDct inverse = new JpegInverseDct();

    @Override
    public void block(JpegBitReader in, JpegComponent component, int x, int y) throws IOException {
        int side = component.side();
        float[] steps = component.steps();
        block[0] = component.nextDc(in) * steps[0];
        JpegHuffmanTable codes = component.acCodes();
        long used = values(in, codes, steps, PLACES[side - 1], JpegBlock.enough(side));
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

    /** Computes the samples of a component that kept only the DC coefficients. */
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
        long filled = component.filled()[component.block(x, y)]
                & -1L >>> (JpegBlock.SIZE - JpegBlock.enough(component.side()));
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
        while (k < JpegBlock.SIZE) {
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
