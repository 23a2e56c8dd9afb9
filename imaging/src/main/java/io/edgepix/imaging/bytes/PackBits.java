package io.edgepix.imaging.bytes;

import java.util.Arrays;

/** Unpacks PackBits, the Macintosh's compression into runs and literal bytes (TIFF 6.0, section 9). */
public final class PackBits {
    private static final int NOTHING = -128;

    private PackBits() {}

    /**
     * Unpacks the bytes from {@code start} to {@code end} into {@code to} at {@code at}.
     *
     * @param wanted the most bytes to unpack
     * @return the number of bytes that were unpacked
     */
    public static int unpack(byte[] from, int start, int end, byte[] to, int at, int wanted) {
        int in = start;
        int out = at;
        int stop = at + wanted;
        while (in + 1 < end && out < stop) {
            int code = from[in++];
            if (code >= 0) {
                int length = Math.min(Math.min(code + 1, stop - out), end - in);
                System.arraycopy(from, in, to, out, length);
                in += length;
                out += length;
            } else if (code != NOTHING) {
                int last = Math.min(out + 1 - code, stop);
                Arrays.fill(to, out, last, from[in++]);
                out = last;
            }
        }
        return out - at;
    }
}
