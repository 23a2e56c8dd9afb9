package io.edgepix.imaging.jpeg;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A component of a JPEG that is being decoded into a plane of samples. */
final class JpegComponent {
    private static final int LONGEST = 15;
    private static final int BYTE = 8;

    private final int across;
    private final int down;
    private final int side;
    private final int kept;
    private final int quantisation;
    private final int depth;
    private final int width;
    private final int height;
    private final int blockStride;
    private final byte[] plane;
    private final short[] coefficients;
    private final long[] filled;
    private float @Nullable [] steps;
    private @Nullable JpegHuffmanTable dcCodes;
    private @Nullable JpegHuffmanTable acCodes;
    private int dc;

    /**
     * Creates the component of a sampling.
     *
     * @param index its number in the frame header
     * @param side the samples across and down that a block is decoded to: 1, 2, 4 or 8
     * @param kept the coefficients of each block that are kept until the last scan: 0, 1 or 64
     */
    JpegComponent(JpegSampling sampling, int index, int side, int kept) {
        JpegHeader header = sampling.header();
        this.across = header.across(index);
        this.down = header.down(index);
        this.side = side;
        this.kept = kept;
        this.quantisation = header.quantisation(index);
        this.depth = header.depth();
        this.width = Math.ceilDiv(header.width() * across, sampling.across());
        this.height = Math.ceilDiv(header.height() * down, sampling.down());
        this.blockStride = sampling.unitsAcross() * across;
        int blocks = Math.multiplyExact(blockStride, sampling.unitsDown() * down);
        this.plane = new byte[Math.multiplyExact(blocks, side * side)];
        this.coefficients = new short[Math.multiplyExact(blocks, kept)];
        this.filled = new long[kept > 1 ? blocks : 0];
    }

    /**
     * Prepares for a scan. The quantisation table is the one in force at the component's first scan.
     *
     * @param codes the numbers of the Huffman tables: DC in bits 4 to 7, AC in bits 0 to 3
     */
    void begin(JpegTables tables, int codes) throws IOException {
        if (steps == null) {
            steps = toByte(tables.quantisation(quantisation));
        }
        dcCodes = tables.dc(codes >> 4).orElse(null);
        acCodes = tables.ac(codes).orElse(null);
        restart();
    }

    /** Returns quantisation steps that also scale samples of 12 bits to 8. */
    private float[] toByte(float[] stored) {
        if (depth == BYTE) {
            return stored;
        }
        float[] scaled = stored.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= 1 << (depth - BYTE);
        }
        return scaled;
    }

    void restart() {
        dc = 0;
    }

    boolean wasScanned() {
        return steps != null;
    }

    /** Reads the difference to the previous block's DC coefficient, and returns the DC coefficient of this block. */
    int nextDc(JpegBitReader in) throws IOException {
        int size = in.symbol(defined(dcCodes));
        if (size > LONGEST) {
            throw new IOException("Expected a DC difference of at most " + LONGEST + " bits, got " + size);
        }
        dc += in.signed(size);
        return dc;
    }

    JpegHuffmanTable acCodes() throws IOException {
        return defined(acCodes);
    }

    private static JpegHuffmanTable defined(@Nullable JpegHuffmanTable codes) throws IOException {
        if (codes == null) {
            throw new IOException("Expected a defined Huffman table for each scan");
        }
        return codes;
    }

    /** Returns the quantisation steps, in zigzag order. */
    float[] steps() {
        return Objects.requireNonNull(steps);
    }

    /** Returns the number of blocks across an MCU: the horizontal sampling factor. */
    int across() {
        return across;
    }

    /** Returns the number of blocks down an MCU: the vertical sampling factor. */
    int down() {
        return down;
    }

    /** Returns the number of samples across and down that a block is decoded to. */
    int side() {
        return side;
    }

    /** Returns the number of blocks across that contain a part of the picture. */
    int blocksAcross() {
        return Math.ceilDiv(width, JpegBlock.SIDE);
    }

    int blocksDown() {
        return Math.ceilDiv(height, JpegBlock.SIDE);
    }

    /** Returns the number of samples in a row that belong to the picture. */
    int width() {
        return Math.ceilDiv(width * side, JpegBlock.SIDE);
    }

    int height() {
        return Math.ceilDiv(height * side, JpegBlock.SIDE);
    }

    byte[] plane() {
        return plane;
    }

    /** Returns the number of samples in a row of the plane, including those that pad the last block. */
    int stride() {
        return blockStride * side;
    }

    /** Returns the index in the plane of a block's first sample. */
    int sample(int x, int y) {
        return (y * stride() + x) * side;
    }

    /** Returns the kept coefficients of all blocks, in zigzag order. */
    short[] coefficients() {
        return coefficients;
    }

    /**
     * Returns a mask for each block, with a bit for each kept AC coefficient that is not 0. The lowest bit is first in
     * zigzag order.
     */
    long[] filled() {
        return filled;
    }

    int block(int x, int y) {
        return y * blockStride + x;
    }

    /** Returns the index of a block's first coefficient. */
    int coefficient(int x, int y) {
        return block(x, y) * kept;
    }
}
