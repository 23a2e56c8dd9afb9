package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.ShortRows;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes lossless JPEGs with Huffman coding (ITU T.81, annex H), of 2 to 16 bits per sample and without subsampling.
 */
final class JpegLossless {
    private static final int MOST_PREDICTORS = 7;
    /** The size category of the difference 32768. No further bits follow it. */
    private static final int LARGEST = 16;

    private final byte[] jpeg;
    private final JpegHeader header;
    private final int width;
    private final int bands;
    private final JpegTables tables = new JpegTables();
    private final JpegBitReader bits;
    private final short[] samples;
    /** The number of low bits that are not stored, by component: the point transform. */
    private final int[] shifts;

    private final boolean[] scanned;
    private int rows;

    private JpegLossless(byte[] jpeg, JpegHeader header) throws IOException {
        if (header.depth() < 2 || header.depth() > Short.SIZE) {
            throw new IOException("Expected samples of 2 to 16 bits, got " + header.depth());
        }
        this.jpeg = jpeg;
        this.header = header;
        this.width = header.width();
        this.bands = header.components();
        this.bits = new JpegBitReader(jpeg);
        this.samples = new short[Math.multiplyExact(Math.multiplyExact(width, header.height()), bands)];
        this.shifts = new int[bands];
        this.scanned = new boolean[bands];
    }

    /** Decodes a whole JPEG, and returns the rows of all components. */
    static Rows decode(byte[] jpeg, JpegHeader header) throws IOException {
        JpegLossless lossless = new JpegLossless(jpeg, header);
        lossless.segments();
        for (boolean each : lossless.scanned) {
            if (!each) {
                throw new IOException("Expected a scan of each component");
            }
        }
        return lossless.samples();
    }

    /**
     * Decodes a damaged JPEG as far as possible. Missing samples are grey.
     *
     * @throws IOException if not even one row can be decoded
     */
    static Rows decodePart(byte[] jpeg, JpegHeader header) throws IOException {
        JpegLossless lossless = new JpegLossless(jpeg, header);
        Arrays.fill(lossless.samples, (short) (1 << (header.depth() - 1)));
        try {
            lossless.segments();
        } catch (IOException | IndexOutOfBoundsException e) {
            if (lossless.rows == 0) {
                throw e;
            }
        }
        return lossless.samples();
    }

    private Rows samples() {
        return new ShortRows(samples, width, header.height(), header.depth(), shifts);
    }

    private void segments() throws IOException {
        int at = 2;
        while (JpegMarker.at(jpeg, at) != JpegMarker.END) {
            int end = JpegHeader.segmentEnd(jpeg, at);
            if (JpegMarker.at(jpeg, at) == JpegMarker.SCAN) {
                at = scan(at, end);
            } else {
                tables.define(jpeg, at, end);
                at = end;
            }
        }
    }

    private int scan(int start, int end) throws IOException {
        int predictor = jpeg[end - 3] & 0xFF;
        int shift = jpeg[end - 1] & 0xF;
        if (predictor < 1 || predictor > MOST_PREDICTORS || shift >= header.depth()) {
            throw new IOException("Unknown predictor " + predictor + " or point transform " + shift);
        }
        int[] components = new int[jpeg[start + 4] & 0xFF];
        @Nullable JpegHuffmanTable[] codes = new JpegHuffmanTable[components.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = component(jpeg[start + 5 + 2 * i] & 0xFF);
            codes[i] = tables.dc(jpeg[start + 6 + 2 * i] >> 4).orElse(null);
            shifts[components[i]] = shift;
            scanned[components[i]] = true;
        }
        return data(bits.open(end), components, codes, predictor, shift);
    }

    private int component(int name) throws IOException {
        for (int i = 0; i < bands; i++) {
            if (header.name(i) == name) {
                return i;
            }
        }
        throw new IOException("Expected a scan of a component of the frame, got component " + name);
    }

    private int data(int first, int[] components, @Nullable JpegHuffmanTable[] codes, int predictor, int shift)
            throws IOException {
        int interval = tables.restart();
        if (interval % width != 0) {
            throw new IOException("Expected a restart interval of whole rows of " + width + ", got " + interval);
        }
        int marker = first;
        for (int y = 0; y < header.height(); y++) {
            boolean begins = y == 0 || (interval > 0 && y % (interval / width) == 0);
            if (begins && y > 0) {
                marker = restart(marker, y / (interval / width) - 1);
            }
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < components.length; i++) {
                    int at = (y * width + x) * bands + components[i];
                    int predicted = begins
                            ? x == 0 ? 1 << (header.depth() - shift - 1) : sample(at - bands)
                            : x == 0 ? sample(at - width * bands) : predicted(at, predictor);
                    samples[at] = sum(predicted, difference(codes[i]), header.depth() - shift);
                }
            }
            rows++;
        }
        return marker;
    }

    private int restart(int marker, int number) throws IOException {
        JpegMarker.checkRestart(jpeg, marker, number);
        return bits.open(marker + 2);
    }

    private int sample(int at) {
        return samples[at] & 0xFFFF;
    }

    private int predicted(int at, int predictor) {
        int left = sample(at - bands);
        int above = sample(at - width * bands);
        int aboveLeft = sample(at - width * bands - bands);
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + ((above - aboveLeft) >> 1);
            case 6 -> above + ((left - aboveLeft) >> 1);
            default -> (left + above) >> 1;
        };
    }

    private int difference(@Nullable JpegHuffmanTable codes) throws IOException {
        if (codes == null) {
            throw new IOException("Expected a defined Huffman table for each scan");
        }
        int size = bits.symbol(codes);
        if (size > LARGEST) {
            throw new IOException("Expected a difference of at most " + LARGEST + " bits, got " + size);
        }
        int difference = size == LARGEST ? 1 << (LARGEST - 1) : bits.signed(size);
        bits.check();
        return difference;
    }

    private static short sum(int predicted, int difference, int depth) throws IOException {
        int sample = (predicted + difference) & 0xFFFF;
        if (sample >> depth != 0) {
            throw new IOException("Expected a sample of " + depth + " bits, got " + sample);
        }
        return (short) sample;
    }
}
