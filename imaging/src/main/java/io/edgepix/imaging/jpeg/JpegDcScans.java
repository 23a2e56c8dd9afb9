package io.edgepix.imaging.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reduces a progressive JPEG to its DC scans, which contain the mean of each block.
 *
 * <p>The decoder renders the whole picture again for every scan, so leaving out scans saves time.
 */
public final class JpegDcScans {
    /** Chooses the scans to keep. */
    interface Choice {
        /** Tells whether to keep the scan whose header begins at an offset. */
        boolean keeps(byte[] jpeg, int scan) throws IOException;
    }

    /** The bytes from an offset up to another one. */
    private record Piece(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private JpegDcScans() {}

    /**
     * Returns the JPEG without its AC scans, up to its end marker.
     *
     * @param start the offset of the first scan header
     */
    public static byte[] alone(byte[] jpeg, int start) throws IOException {
        return only(jpeg, start, JpegDcScans::isOne);
    }

    /**
     * Returns the JPEG with only the chosen scans, up to its end marker.
     *
     * @param start the offset of the first scan header
     */
    static byte[] only(byte[] jpeg, int start, Choice choice) throws IOException {
        List<Piece> kept = new ArrayList<>();
        int from = 0;
        int at = start;
        while (JpegMarker.at(jpeg, at) != JpegMarker.END) {
            int next = next(jpeg, at);
            if (JpegMarker.at(jpeg, at) == JpegMarker.SCAN && !choice.keeps(jpeg, at)) {
                kept.add(new Piece(from, at));
                from = next;
            }
            at = next;
        }
        kept.add(new Piece(from, at + 2));
        return joined(jpeg, kept);
    }

    /** Copies pieces into an array of exactly their length, because a growing one takes several times their memory. */
    private static byte[] joined(byte[] jpeg, List<Piece> pieces) {
        int length = 0;
        for (Piece piece : pieces) {
            length += piece.length();
        }
        byte[] joined = new byte[length];
        int to = 0;
        for (Piece piece : pieces) {
            System.arraycopy(jpeg, piece.from(), joined, to, piece.length());
            to += piece.length();
        }
        return joined;
    }

    /** Tells whether the scan whose header begins at an offset is a DC scan. */
    static boolean isOne(byte[] jpeg, int scan) throws IOException {
        int end = JpegHeader.segmentEnd(jpeg, scan);
        int components = scan + 4 < end ? jpeg[scan + 4] & 0xFF : 0;
        if (end - scan != 8 + 2 * components) {
            throw new IOException("Scan header with " + components + " components at offset " + scan);
        }
        return jpeg[end - 3] == 0;
    }

    /**
     * Returns the offset of the next marker that begins a segment or ends the picture, after the segment at an offset.
     */
    public static int next(byte[] jpeg, int segment) throws IOException {
        return JpegMarker.next(jpeg, JpegHeader.segmentEnd(jpeg, segment));
    }
}
