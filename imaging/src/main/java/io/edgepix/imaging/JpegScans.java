package io.edgepix.imaging;

import java.io.IOException;
import java.util.Arrays;

/** Walks the scans of a JPEG: a progressive one can hold so many that decoding never ends. */
final class JpegScans {
    private static final int MOST = 100;
    /** Segments of them; each scan has a few. */
    private static final int MOST_TABLES = 2000;
    /** Of any size: encoders write some ten. */
    private static final int LEAST = 20;
    /** Pixels times scans, which is what decoding them takes. */
    private static final long MOST_WORK = 1_000_000_000;

    private JpegScans() {}

    /** How many scans are decoded of a JPEG with so many pixels. */
    static int most(long pixels) {
        return Math.clamp(MOST_WORK / Math.max(1, pixels), LEAST, MOST);
    }

    static void check(byte[] jpeg, JpegHeader header) throws IOException {
        int most = most((long) header.width() * header.height());
        int scans = 0;
        int tables = 0;
        int start = header.scanStart();
        for (int at = Bytes.indexOf255(jpeg, start); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xD9) {
                return;
            }
            if (marker == 0xDA && ++scans > most) {
                throw new IOException("More than " + most + " scans at offset " + at);
            }
            if (marker == 0xC4 && ++tables > MOST_TABLES) {
                throw new IOException("More than " + MOST_TABLES + " tables between scans at offset " + at);
            }
        }
        throw new IOException("No end marker up to offset " + jpeg.length);
    }

    /** With an end marker behind whatever there is. */
    static byte[] ended(byte[] jpeg) {
        int length = jpeg.length;
        while (length > 0 && jpeg[length - 1] == -1) {
            length--; // half a marker
        }
        byte[] ended = Arrays.copyOf(jpeg, length + 2);
        ended[length] = (byte) 0xFF;
        ended[length + 1] = (byte) 0xD9;
        return ended;
    }
}
