package io.edgepix.imaging.jpeg;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One component of a JPEG on its way to a plane of samples. */
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
    private @Nullable JpegCodes dcCodes;
    private @Nullable JpegCodes acCodes;
    private int dc;

    /**
     * One of a frame.
     *
     * @param side how many samples across and down are made of a block: 1, 2, 4 or 8
     * @param kept how many coefficients of each block are kept until the last scan: 0, 1 or 64
     */
    JpegComponent(JpegFrame frame, int index, int side, int kept) {
        JpegHeader header = frame.header();
        this.across = header.across(index);
        this.down = header.down(index);
        this.side = side;
        this.kept = kept;
        this.quantisation = header.quantisation(index);
        this.depth = header.depth();
        this.width = Math.ceilDiv(header.width() * across, frame.across());
        this.height = Math.ceilDiv(header.height() * down, frame.down());
        this.blockStride = frame.unitsAcross() * across;
        int blocks = Math.multiplyExact(blockStride, frame.unitsDown() * down);
        this.plane = new byte[Math.multiplyExact(blocks, side * side)];
        this.coefficients = new short[Math.multiplyExact(blocks, kept)];
        this.filled = new long[kept > 1 ? blocks : 0];
    }

    /** Prepares for a scan by the codes that its header names; the quantisation is what it was at the first scan. */
    void begin(JpegTables tables, int codes) throws IOException {
        if (steps == null) {
            steps = toByte(tables.quantisation(quantisation));
        }
        dcCodes = tables.dc(codes >> 4);
        acCodes = tables.ac(codes);
        restart();
    }

    /** Steps that bring samples of 12 bits to 8. */
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

    /** Reads how far the mean of a block is from the last one's, and returns it. */
    int nextDc(JpegBits in) throws IOException {
        int size = in.symbol(defined(dcCodes));
        if (size > LONGEST) {
            throw new IOException("A mean of " + size + " bits");
        }
        dc += in.signed(size);
        return dc;
    }

    JpegCodes acCodes() throws IOException {
        return defined(acCodes);
    }

    private static JpegCodes defined(@Nullable JpegCodes codes) throws IOException {
        if (codes == null) {
            throw new IOException("A scan by codes that were not defined");
        }
        return codes;
    }

    /** The quantisation steps, in the order in which coefficients are stored. */
    float[] steps() {
        return Objects.requireNonNull(steps);
    }

    /** Blocks of a unit side by side. */
    int across() {
        return across;
    }

    /** Blocks of a unit below each other. */
    int down() {
        return down;
    }

    /** Samples made of a block, across and down. */
    int side() {
        return side;
    }

    /** Blocks side by side that have a part of the picture. */
    int blocksAcross() {
        return Math.ceilDiv(width, JpegFrame.BLOCK);
    }

    int blocksDown() {
        return Math.ceilDiv(height, JpegFrame.BLOCK);
    }

    /** Samples of the plane that are of the picture. */
    int width() {
        return Math.ceilDiv(width * side, JpegFrame.BLOCK);
    }

    int height() {
        return Math.ceilDiv(height * side, JpegFrame.BLOCK);
    }

    byte[] plane() {
        return plane;
    }

    /** Samples of a line of the plane. */
    int stride() {
        return blockStride * side;
    }

    /** Where the samples of a block begin. */
    int sample(int x, int y) {
        return (y * stride() + x) * side;
    }

    /** What is kept of all blocks, in the order in which it is stored. */
    short[] coefficients() {
        return coefficients;
    }

    /** For each block, which of its kept coefficients are not 0, from the lowest bit on; its mean counts as 0. */
    long[] filled() {
        return filled;
    }

    int block(int x, int y) {
        return y * blockStride + x;
    }

    /** Where the coefficients of a block begin. */
    int coefficient(int x, int y) {
        return block(x, y) * kept;
    }
}
