package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the bits of an entropy-coded segment of a JPEG, and skips its stuffed zeros.
 *
 * <p>Loops that decode many Huffman codes copy {@code bits}, {@code count} and {@code at} into local variables, and
 * write them back afterwards. The next bits are the upper {@code count} bits of {@code bits}, most significant bit
 * first. After these come the words from index {@code at}.
 */
final class JpegBitReader {
    /**
     * Words of zeros after the end. A block reads fewer than these before {@link #check} notices that the data ran out.
     */
    private static final int SLACK = 80;

    private final byte[] jpeg;
    private byte[] bytes = {};
    private long end;
    private long opened;

    int[] words = {};
    long bits;
    int count;
    int at;

    JpegBitReader(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Starts reading the segment at an offset, and returns the offset of the marker after it. */
    int open(int from) throws IOException {
        int marker = from;
        int length = 0;
        int start = from;
        while (true) {
            marker = nextFill(marker);
            length = append(start, marker, length);
            int next = jpeg[marker + 1];
            if (next == 0) {
                bytes[length++] = (byte) 0xFF;
                marker++;
            } else if (next != -1) {
                fill(length);
                return marker;
            }
            start = ++marker;
        }
    }

    private int nextFill(int from) throws IOException {
        int at = Bytes.indexOf255(jpeg, from);
        if (at + 1 < jpeg.length) {
            return at;
        }
        throw new IOException("No marker from offset " + from + " to " + jpeg.length);
    }

    private int append(int from, int to, int length) {
        int sum = length + to - from;
        if (sum + 4 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.clamp(2L * sum, sum + 1024, Math.max(jpeg.length, sum) + 1024));
        }
        System.arraycopy(jpeg, from, bytes, length, to - from);
        return sum;
    }

    private void fill(int length) {
        int filled = Math.ceilDiv(length, 4);
        Arrays.fill(bytes, length, filled * 4, (byte) 0);
        if (words.length < filled + SLACK) {
            words = new int[filled + SLACK];
        }
        ByteBuffer.wrap(bytes).asIntBuffer().get(words, 0, filled);
        Arrays.fill(words, filled, filled + SLACK, 0);
        end = length * 8L;
        opened += length;
        bits = 0;
        count = 0;
        at = 0;
    }

    /** Returns the number of bytes in all segments opened so far, without stuffed zeros. */
    long opened() {
        return opened;
    }

    /** Throws if more bits were read than the segment contains. */
    void check() throws IOException {
        if (at * 32L - count > end) {
            throw new IOException("Expected a complete scan, got truncated data");
        }
    }

    /**
     * Returns the next bits as an unsigned number.
     *
     * @param length 0 to 16; the result for 0 is 0
     */
    int take(int length) {
        need();
        int value = (int) (bits >>> 1 >>> (63 - length));
        drop(length);
        return value;
    }

    /**
     * Returns the next bits as a signed number, which is negative if its first bit is 0 (ITU T.81, F.2.2.1, "EXTEND").
     *
     * @param length 0 to 16
     */
    int signed(int length) {
        int value = take(length);
        return value < 1 << length >> 1 ? value - (1 << length) + 1 : value;
    }

    /** Reads the next Huffman code, and returns its symbol. */
    int symbol(JpegHuffmanTable codes) throws IOException {
        need();
        int entry = codes.entry(bits);
        drop(entry & 0xFF);
        return entry >> 8;
    }

    private void need() {
        if (count < 32) {
            bits |= (words[at++] & 0xFFFF_FFFFL) << (32 - count);
            count += 32;
        }
    }

    private void drop(int length) {
        bits <<= length;
        count -= length;
    }
}
