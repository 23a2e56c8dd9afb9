package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;

/**
 * Tells where the segments of a JPEG end (ITU T.81, annex B).
 *
 * <p>Segments that a decoder cannot do without say by their content how long they are, so a wrong length does not matter.
 */
final class JpegSegment {
    static final int FILL = 0xFF;
    static final int START = 0xD8;
    static final int END = 0xD9;
    static final int SCAN = 0xDA;

    /** In place of an offset. */
    static final int NONE = -1;

    private static final int CODES = 0xC4;
    private static final int QUANTISATION = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int COMMENT = 0xFE;
    private static final int MOST_COMPONENTS = 4;
    /** Four of each kind is all that a JPEG can name. */
    private static final int MOST_TABLES = 8;

    private JpegSegment() {}

    /** The second byte of the marker at an offset, or 0 if there is none. */
    static int marker(byte[] jpeg, int at) {
        return at + 1 < jpeg.length && jpeg[at] == -1 ? jpeg[at + 1] & 0xFF : 0;
    }

    /** Whether a marker is a part of a scan's data, by its second byte. */
    static boolean isInData(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker < START) || marker == FILL;
    }

    /** Whether a segment holds nothing that is needed to decode samples. */
    static boolean isMetadata(int marker) {
        return (marker >= 0xE0 && marker <= 0xEF) || marker == COMMENT;
    }

    /** The offset behind the segment that begins at an offset, or -1 if none can begin there. */
    static int end(byte[] jpeg, int at) {
        int marker = marker(jpeg, at);
        if (at + 4 > jpeg.length || !begins(marker)) {
            return NONE;
        }
        int stated = at + 2 + Bytes.big16(jpeg, at + 2);
        int end = JpegHeader.isFrame(marker)
                ? counted(jpeg, at + 9, 8, 3)
                : switch (marker) {
                    case SCAN -> counted(jpeg, at + 4, 6, 2);
                    case RESTART_INTERVAL -> 4;
                    case CODES, QUANTISATION -> tables(jpeg, at + 4, marker, stated);
                    default -> stated - at - 2;
                };
        return end < 2 || at + 2 + end > jpeg.length ? NONE : at + 2 + end;
    }

    private static boolean begins(int marker) {
        return (marker >= 0xC0 && marker < 0xD0) || (marker > END && marker < 0xF0) || marker == COMMENT;
    }

    /** The length of a segment that has a number of bytes for each component. */
    private static int counted(byte[] jpeg, int at, int fixed, int each) {
        int count = at < jpeg.length ? jpeg[at] & 0xFF : 0;
        return count < 1 || count > MOST_COMPONENTS ? NONE : fixed + each * count;
    }

    /** The length of a segment of tables: the stated one if they fill it, else that of all that follow one another. */
    private static int tables(byte[] jpeg, int from, int marker, int stated) {
        int at = from;
        for (int i = 0; i < MOST_TABLES && (at == from || at != stated); i++) {
            int size = marker == CODES ? codes(jpeg, at) : quantisation(jpeg, at);
            if (size == 0) {
                break;
            }
            at += size;
        }
        return at == from ? NONE : at - from + 2;
    }

    private static int codes(byte[] jpeg, int at) {
        if (at + 17 > jpeg.length || (jpeg[at] & 0xEC) != 0) {
            return 0;
        }
        int size = 1 + JpegCodes.size(jpeg, at + 1);
        return size > 17 + 256 || at + size > jpeg.length ? 0 : size;
    }

    private static int quantisation(byte[] jpeg, int at) {
        if (at >= jpeg.length || (jpeg[at] & 0xEC) != 0) {
            return 0;
        }
        int size = 1 + (64 << (jpeg[at] >> 4));
        return at + size > jpeg.length ? 0 : size;
    }
}
