package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Repairs the markers of a damaged JPEG, so that all later code can walk its segments by their lengths.
 *
 * <p>It finds the next segment as libjpeg's next_marker does, and tolerates more damage if that costs nothing:
 *
 * <ul>
 *   <li>Bytes between segments are left out.
 *   <li>A segment of tables, a frame header or a scan header ends by its content, not by its stated length.
 *   <li>Metadata that overlaps the beginning of the next segment a little ends before it.
 *   <li>The picture ends with its last scan if no end marker follows.
 * </ul>
 *
 * <p>The decoder checks whether a scan has all of its blocks.
 */
public final class JpegRepair {
    /** The number of bytes that are searched for the first segment of a JPEG. */
    private static final int MOST_BEFORE_FIRST = 256;
    /** The number of bytes by which metadata may overlap the next segment. */
    private static final int MOST_OVER = 64;
    /** The largest length that a segment can state. */
    private static final int MOST_LENGTH = 0xFFFF;

    private final byte[] jpeg;
    private final JpegScanCheck scans = new JpegScanCheck();
    private final ByteArrayOutputStream repaired = new ByteArrayOutputStream(0);
    /** The offset up to which bytes were copied or left out. */
    private int done;

    private boolean changed;

    private JpegRepair(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Tells whether a file is a JPEG by its first bytes. A few other bytes may precede its first segment. */
    public static boolean recognises(byte[] file) {
        if (!Bytes.has(file, 0, "\u00FF\u00D8")) {
            return false;
        }
        byte[] head = Arrays.copyOf(file, Math.min(file.length, MOST_BEFORE_FIRST));
        return Bytes.has(file, 2, "\u00FF") || new JpegRepair(head).next(2).isPresent();
    }

    /**
     * Returns the repaired JPEG, or the JPEG itself if nothing has to be repaired.
     *
     * @throws IOException if it ends before its last scan, has too many scans, or a component has no scan
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
        OptionalInt next = next(2);
        leaveOut(2, next);
        while (next.isPresent() && JpegMarker.at(jpeg, next.getAsInt()) != JpegMarker.END) {
            int at = next.getAsInt();
            next = JpegMarker.at(jpeg, at) == JpegMarker.SCAN ? scan(at) : segment(at);
        }
        if (scans.areNone()) {
            throw new IOException("Expected a scan, got none up to offset " + done);
        }
        if (next.isPresent() && changed) {
            copyTo(next.getAsInt());
        }
        return next.isPresent();
    }

    /** Copies a scan and its data, and returns the offset of the next marker; empty if the picture ends there. */
    private OptionalInt scan(int at) throws IOException {
        int data = JpegSegment.end(jpeg, at).orElseThrow();
        if (!scans.scan(jpeg, at, data)) {
            copyTo(at);
            return OptionalInt.empty();
        }
        correctLength(at, data);
        int behind = behindData(data);
        OptionalInt next = scans.areAll() ? endMarker(behind) : following(behind);
        leaveOut(behind, next);
        return next;
    }

    /** Copies a segment without data, and returns the offset of the next marker; empty if the picture ends there. */
    private OptionalInt segment(int at) throws IOException {
        OptionalInt stated = JpegSegment.end(jpeg, at);
        OptionalInt next = stated.isPresent() ? after(at, stated.getAsInt()) : next(at + 4);
        if (next.isEmpty()) {
            copyTo(at);
            return next;
        }
        int end = Math.min(stated.orElse(at + 2 + MOST_LENGTH), next.getAsInt());
        scans.segment(jpeg, at, end);
        correctLength(at, end);
        leaveOut(end, next);
        return next;
    }

    /**
     * Returns the offset of the marker after a segment.
     *
     * @param end the offset at which the segment should end
     */
    private OptionalInt after(int segment, int end) {
        if (!begins(end) && JpegMarker.isMetadata(JpegMarker.at(jpeg, segment))) {
            for (int over = Math.max(segment + 4, end - MOST_OVER); over < end; over++) {
                if (isFollowed(over)) {
                    return OptionalInt.of(over);
                }
            }
        }
        return next(end);
    }

    /** Tells whether a marker at an offset ends the picture or begins a segment of it. */
    private boolean begins(int at) {
        int marker = JpegMarker.at(jpeg, at);
        return marker == JpegMarker.END
                || JpegMarker.isMetadata(marker)
                || JpegSegment.end(jpeg, at).isPresent();
    }

    /** Tells whether a segment begins at an offset and is followed by scan data or another segment. */
    private boolean isFollowed(int at) {
        OptionalInt end = JpegSegment.end(jpeg, at);
        return end.isPresent() && (JpegMarker.at(jpeg, at) == JpegMarker.SCAN || begins(end.getAsInt()));
    }

    /** Returns the offset of the next marker that ends the picture or begins a segment of it. */
    private OptionalInt next(int from) {
        for (int at = Bytes.indexOf255(jpeg, from); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            if (JpegMarker.at(jpeg, at) == JpegMarker.START) {
                return OptionalInt.empty();
            }
            if (begins(at)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
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

    private OptionalInt endMarker(int at) {
        return JpegMarker.at(jpeg, at) == JpegMarker.END ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /** Returns the offset of the next segment; empty if there is none or it begins another picture. */
    private OptionalInt following(int behind) {
        OptionalInt next = next(behind);
        boolean other = next.isPresent() && JpegMarker.isFrame(JpegMarker.at(jpeg, next.getAsInt()));
        return other ? OptionalInt.empty() : next;
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

    /** Leaves out the bytes between two offsets, or all bytes after the first if there is no second. */
    private void leaveOut(int from, OptionalInt to) {
        int end = to.orElse(jpeg.length);
        if (to.isEmpty() || from != end) {
            copyTo(from);
            done = end;
        }
    }

    private void copyTo(int end) {
        repaired.write(jpeg, done, end - done);
        done = end;
        changed = true;
    }
}
