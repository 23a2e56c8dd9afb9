package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bits of an entropy-coded run of a JPEG, with the stuffed zeros taken out.
 *
 * <p>Whoever decodes many codes takes the three fields into variables of his own, and puts them back: {@code bits} has
 * {@code count} bits that wait, the next one on top; words from {@code at} on come after them.
 */
final class JpegBits {
    /** Words of zeros behind the end, more than a block can ask for before it is seen that it ran out. */
    private static final int SLACK = 80;

    private final byte[] jpeg;
    private byte[] bytes = {};
    private long end;
    private long opened;

    int[] words = {};
    long bits;
    int count;
    int at;

    JpegBits(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Takes up the run that begins there, and returns the offset of the marker behind it. */
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

    /** How many bytes all runs together had so far. */
    long opened() {
        return opened;
    }

    /** Complains if more bits were taken than the run has. */
    void check() throws IOException {
        if (at * 32L - count > end) {
            throw new IOException("The data of a scan is cut short");
        }
    }

    /** The next bits as a number; at most 16, and none of 0. */
    int take(int length) {
        need();
        int value = (int) (bits >>> 1 >>> (63 - length));
        drop(length);
        return value;
    }

    /** A number of so many bits, whose first one tells the sign. */
    int signed(int length) {
        int value = take(length);
        return value < 1 << length >> 1 ? value - (1 << length) + 1 : value;
    }

    /** The symbol of the next code. */
    int symbol(JpegCodes codes) throws IOException {
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
