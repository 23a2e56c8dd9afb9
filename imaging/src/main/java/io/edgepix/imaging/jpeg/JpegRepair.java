package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Repairs the markers of a damaged JPEG, so that all later code can walk its segments by their lengths.
 *
 * <p>It finds the next segment as libjpeg's next_marker does, and goes further if that costs nothing:
 *
 * <ul>
 *   <li>Bytes between segments are left out.
 *   <li>A segment of tables, a frame header or a scan header ends where its content says.
 *   <li>Metadata that reaches a little past the beginning of the next segment ends before it.
 *   <li>The picture ends with its last scan if no end marker follows.
 * </ul>
 *
 * <p>The decoder checks whether a scan has all of its blocks.
 */
public final class JpegRepair {
    /** Bytes in which the first segment of a JPEG is looked for. */
    private static final int MOST_BEFORE_FIRST = 256;
    /** Bytes by which metadata may reach past the beginning of the next segment. */
    private static final int MOST_OVER = 64;
    /** The largest length that a segment can state. */
    private static final int MOST_LENGTH = 0xFFFF;

    private static final int NONE = JpegSegment.NONE;

    private final byte[] jpeg;
    private final JpegScanCheck scans = new JpegScanCheck();
    private final ByteArrayOutputStream repaired = new ByteArrayOutputStream(0);
    /** The offset up to which bytes were copied or left out. */
    private int done;

    private boolean changed;

    private JpegRepair(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Whether a file is a JPEG by its first bytes. A few other bytes may stand before its first segment. */
    public static boolean recognises(byte[] file) {
        if (!Bytes.has(file, 0, "\u00FF\u00D8")) {
            return false;
        }
        byte[] head = Arrays.copyOf(file, Math.min(file.length, MOST_BEFORE_FIRST));
        return Bytes.has(file, 2, "\u00FF") || new JpegRepair(head).forward(2) != NONE;
    }

    /**
     * Returns the repaired JPEG, or the JPEG itself if nothing has to be repaired.
     *
     * @throws IOException if it ends before its last scan, has too many scans, or a component has none
     */
    public static byte[] whole(byte[] jpeg) throws IOException {
        JpegRepair repair = new JpegRepair(jpeg);
        boolean ended = repair.segments();
        byte[] whole = repair.repaired(ended);
        repair.scans.checkBegun();
        if (!ended) {
            repair.scans.checkEnd(whole);
        }
        return whole;
    }

    /** Returns the repaired JPEG, which may be cut short, or the JPEG itself if nothing has to be repaired. */
    static byte[] part(byte[] jpeg) throws IOException {
        JpegRepair repair = new JpegRepair(jpeg);
        return repair.repaired(repair.segments());
    }

    private byte[] repaired(boolean ended) {
        if (ended && !changed) {
            return jpeg;
        }
        repaired.write(JpegMarker.FILL);
        repaired.write(JpegMarker.END);
        return repaired.toByteArray();
    }

    /** Copies all segments, and returns whether an end marker follows them. */
    private boolean segments() throws IOException {
        int at = next(2, NONE);
        leaveOut(2, at);
        while (at != NONE && JpegMarker.at(jpeg, at) != JpegMarker.END) {
            at = JpegMarker.at(jpeg, at) == JpegMarker.SCAN ? scan(at) : segment(at);
        }
        if (scans.areNone()) {
            throw new IOException("Expected a scan, got none up to offset " + done);
        }
        if (at != NONE && changed) {
            copyTo(at);
        }
        return at != NONE;
    }

    /** Copies a scan and its data, and returns the offset of the next marker, or -1 if the picture ends there. */
    private int scan(int at) throws IOException {
        int data = JpegSegment.end(jpeg, at);
        if (!scans.scan(jpeg, at, data)) {
            copyTo(at);
            return NONE;
        }
        correctLength(at, data);
        int behind = behindData(data);
        int next = scans.areAll() ? endMarker(behind) : following(behind);
        leaveOut(behind, next);
        return next;
    }

    /** Copies a segment without data, and returns the offset of the next marker, or -1 if the picture ends there. */
    private int segment(int at) throws IOException {
        int stated = JpegSegment.end(jpeg, at);
        int next = stated == NONE ? forward(at + 4) : next(stated, at);
        if (next == NONE) {
            copyTo(at);
            return NONE;
        }
        int end = Math.min(stated == NONE ? at + 2 + MOST_LENGTH : stated, next);
        scans.segment(jpeg, at, end);
        correctLength(at, end);
        leaveOut(end, next);
        return next;
    }

    /**
     * Returns the offset of the marker after a segment, or -1 if there is none.
     *
     * @param end the offset at which the segment should end
     * @param segment the offset of the segment, or -1 if it is the start marker
     */
    private int next(int end, int segment) {
        if (isNext(end)) {
            return end;
        }
        if (segment != NONE && JpegMarker.isMetadata(JpegMarker.at(jpeg, segment))) {
            for (int over = Math.max(segment + 4, end - MOST_OVER); over < end; over++) {
                if (isFollowed(over)) {
                    return over;
                }
            }
        }
        return forward(end);
    }

    private boolean isNext(int at) {
        int marker = JpegMarker.at(jpeg, at);
        return marker == JpegMarker.END || JpegMarker.isMetadata(marker) || JpegSegment.end(jpeg, at) != NONE;
    }

    /** Whether a segment begins at an offset that leads to data or to another segment. */
    private boolean isFollowed(int at) {
        int end = JpegSegment.end(jpeg, at);
        return end != NONE && (JpegMarker.at(jpeg, at) == JpegMarker.SCAN || isNext(end));
    }

    /**
     * Returns the offset of the next marker that ends the picture or begins a segment of it, or -1 if there is none.
     */
    private int forward(int from) {
        for (int at = Bytes.indexOf255(jpeg, from); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            if (JpegMarker.at(jpeg, at) == JpegMarker.START) {
                return NONE;
            }
            if (isNext(at)) {
                return at;
            }
        }
        return NONE;
    }

    /** Returns the offset of the marker after the data of a scan, or of the end of the file. */
    private int behindData(int from) {
        int at = Bytes.indexOf255(jpeg, from);
        while (at + 1 < jpeg.length && JpegMarker.isInData(jpeg[at + 1] & 0xFF)) {
            at = Bytes.indexOf255(jpeg, at + 1);
        }
        if (at + 1 < jpeg.length) {
            return at;
        }
        int end = jpeg.length;
        while (end > from && jpeg[end - 1] == -1) {
            end--; // the first half of a marker
        }
        return end;
    }

    private int endMarker(int at) {
        return JpegMarker.at(jpeg, at) == JpegMarker.END ? at : NONE;
    }

    /** Returns the offset of the next segment, or -1 if there is none or it begins another picture. */
    private int following(int behind) {
        int at = forward(behind);
        return at == NONE || JpegMarker.isFrame(JpegMarker.at(jpeg, at)) ? NONE : at;
    }

    private void correctLength(int at, int end) {
        int length = end - at - 2;
        if (Bytes.big16(jpeg, at + 2) != length) {
            copyTo(at + 2);
            repaired.write(length >> 8);
            repaired.write(length);
            done = at + 4;
        }
    }

    /** Leaves out the bytes between two offsets. A second offset of -1 leaves out all bytes that follow. */
    private void leaveOut(int from, int to) {
        if (from != to) {
            copyTo(from);
            done = to;
        }
    }

    private void copyTo(int end) {
        repaired.write(jpeg, done, end - done);
        done = end;
        changed = true;
    }
}
