package io.edgepix.imaging.tiff;

/**
 * Decompresses LZW (TIFF 6.0, section 13). Codes are stored most significant bit first, and become one bit wider one
 * code early. Some files from before TIFF 5.0 store the least significant bit first, and do not widen codes early.
 */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int SHORTEST = 9;
    private static final int LONGEST = 12;

    private final byte[] from;
    private final int end;
    private final boolean old;
    private final byte[] to;
    private final int[] starts = new int[1 << LONGEST];
    private final int[] lengths = new int[1 << LONGEST];
    private int at;
    private int buffer;
    private int bits;

    private TiffLzw(byte[] from, int start, int end, byte[] to) {
        this.from = from;
        this.at = start;
        this.end = end;
        this.to = to;
        this.old = end - start > 1 && from[start] == 0 && (from[start + 1] & 1) == 1;
    }

    /**
     * Decompresses {@code wanted} bytes, or fewer if the data is cut short or damaged. Returns the number of
     * decompressed bytes.
     */
    static int unpack(byte[] from, int start, int end, byte[] to, int at, int wanted) {
        return new TiffLzw(from, start, end, to).unpack(at, at + wanted) - at;
    }

    private int unpack(int start, int stop) {
        int out = start;
        int next = FIRST;
        int width = SHORTEST;
        int previous = -1;
        while (out < stop) {
            int code = code(width);
            if (code < 0 || code == END || code > next) {
                return out;
            }
            if (code == CLEAR) {
                next = FIRST;
                width = SHORTEST;
                previous = -1;
                continue;
            }
            if (previous >= 0 && next < starts.length) {
                // The string of the previous code and the first byte of this one are adjacent in the output.
                starts[next] = out - length(previous);
                lengths[next] = length(previous) + 1;
                next++;
            }
            if (code >= next) {
                return out;
            }
            out = write(code, out, stop);
            previous = code;
            if (next + (old ? 0 : 1) >= 1 << width && width < LONGEST) {
                width++;
            }
        }
        return out;
    }

    private int length(int code) {
        return code < CLEAR ? 1 : lengths[code];
    }

    private int write(int code, int out, int stop) {
        if (code < CLEAR) {
            to[out] = (byte) code;
            return out + 1;
        }
        int last = Math.min(out + lengths[code], stop);
        for (int i = starts[code], next = out; next < last; i++, next++) {
            to[next] = to[i];
        }
        return last;
    }

    /**
     * Returns the next code, or -1 at the end of the data. This method is called for each code, so it does not return
     * an {@code OptionalInt}.
     */
    private int code(int width) {
        while (bits < width) {
            if (at == end) {
                return -1;
            }
            int octet = from[at++] & 0xFF;
            buffer = old ? buffer | octet << bits : buffer << Byte.SIZE | octet;
            bits += Byte.SIZE;
        }
        bits -= width;
        int mask = (1 << width) - 1;
        if (!old) {
            return buffer >> bits & mask;
        }
        int code = buffer & mask;
        buffer >>>= width;
        return code;
    }
}
