package io.edgepix.imaging.bytes;

import java.util.Arrays;

/** Runs and literal bytes as the Macintosh packed them: TIFF 6.0, section 9. */
public final class PackBits {
    private static final int NOTHING = -128;

    private PackBits() {}

    /** Returns how many bytes came, at most as many as are wanted. */
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
