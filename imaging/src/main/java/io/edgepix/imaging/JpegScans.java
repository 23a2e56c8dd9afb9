package io.edgepix.imaging;

import java.io.IOException;

/** Walks the scans of a JPEG: a progressive one can hold so many that decoding never ends. */
final class JpegScans {
    private static final int MOST = 100;

    private JpegScans() {}

    static void check(byte[] jpeg, int start) throws IOException {
        int scans = 0;
        for (int at = Bytes.indexOf255(jpeg, start); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xD9) {
                return;
            }
            if (marker == 0xDA && ++scans > MOST) {
                throw new IOException("More than " + MOST + " scans at offset " + at);
            }
        }
        throw new IOException("No end marker up to offset " + jpeg.length);
    }
}
