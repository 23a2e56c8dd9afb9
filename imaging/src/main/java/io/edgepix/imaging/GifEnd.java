package io.edgepix.imaging;

import java.io.IOException;
import java.util.Arrays;

/** Puts an end to a GIF that is cut short in the data of its first frame. */
final class GifEnd {
    private static final byte TRAILER = 0x3B;

    private GifEnd() {}

    /** The same bytes where the data of the first frame does not begin, or ends. */
    static byte[] of(byte[] gif) {
        try {
            int data = GifScreen.dataOf(gif);
            int at = data;
            while (at < gif.length && gif[at] != 0) {
                int next = at + 1 + (gif[at] & 0xFF);
                if (next >= gif.length) {
                    return cut(gif, at);
                }
                at = next;
            }
            return gif;
        } catch (IndexOutOfBoundsException | IOException e) {
            return gif;
        }
    }

    /** The block there is made as long as it is, and the last. */
    private static byte[] cut(byte[] gif, int block) {
        int length = gif.length - block - 1;
        int end = length == 0 ? block : gif.length;
        byte[] ended = Arrays.copyOf(gif, end + 2);
        if (length > 0) {
            ended[block] = (byte) length;
        }
        ended[end] = 0;
        ended[end + 1] = TRAILER;
        return ended;
    }
}
