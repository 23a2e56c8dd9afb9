package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Cuts a progressive JPEG down to its DC scans, which hold the mean of each block.
 *
 * <p>The decoder renders the whole picture again for every scan, so each scan that is left out saves time.
 */
public final class JpegDcScans {
    private JpegDcScans() {}

    /** Chooses the scans that are kept. */
    interface Choice {
        /** Whether the scan is kept whose header begins at an offset. */
        boolean keeps(byte[] jpeg, int scan) throws IOException;
    }

    /**
     * Returns the JPEG without its AC scans, up to its end marker.
     *
     * @param start the offset of the first scan header
     */
    public static byte[] alone(byte[] jpeg, int start) throws IOException {
        return only(jpeg, start, JpegDcScans::isOne);
    }

    /**
     * Returns the JPEG with only the scans that are chosen, up to its end marker.
     *
     * @param start the offset of the first scan header
     */
    static byte[] only(byte[] jpeg, int start, Choice choice) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(jpeg, 0, start);
        int at = start;
        while (jpeg[at + 1] != (byte) 0xD9) {
            int next = next(jpeg, at);
            if (jpeg[at + 1] != (byte) 0xDA || choice.keeps(jpeg, at)) {
                kept.write(jpeg, at, next - at);
            }
            at = next;
        }
        kept.write(jpeg, at, 2);
        return kept.toByteArray();
    }

    /** Whether the scan whose header begins at an offset is a DC scan. */
    static boolean isOne(byte[] jpeg, int scan) throws IOException {
        int end = JpegHeader.segmentEnd(jpeg, scan);
        int components = scan + 4 < end ? jpeg[scan + 4] & 0xFF : 0;
        if (end - scan != 8 + 2 * components) {
            throw new IOException("Scan header of " + components + " components at offset " + scan);
        }
        return jpeg[end - 3] == 0;
    }

    /**
     * Returns the offset of the next marker that begins a segment or ends the picture, after the segment at an offset.
     */
    public static int next(byte[] jpeg, int segment) throws IOException {
        return marker(jpeg, JpegHeader.segmentEnd(jpeg, segment));
    }

    /** Returns the offset of the first marker from an offset on that begins a segment or ends the picture. */
    static int marker(byte[] jpeg, int from) throws IOException {
        for (int at = Bytes.indexOf255(jpeg, from); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            if (begins(jpeg[at + 1] & 0xFF)) {
                return at;
            }
        }
        throw new IOException("No marker from offset " + from + " to " + jpeg.length);
    }

    /**
     * Whether a marker begins a segment or ends the picture. Stuffed zeros, TEM, restart markers and fill bytes do not.
     */
    private static boolean begins(int marker) {
        return marker > 0x01 && marker != 0xFF && (marker < 0xD0 || marker > 0xD7);
    }
}
