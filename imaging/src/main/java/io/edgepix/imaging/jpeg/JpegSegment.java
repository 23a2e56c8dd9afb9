package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;

/**
 * Finds the ends of the segments of a JPEG (ITU T.81, annex B).
 *
 * <p>The content of the segments that a decoder needs tells how long they are, so a wrong length does not matter.
 */
final class JpegSegment {
    static final int FILL = 0xFF;
    static final int START = 0xD8;
    static final int END = 0xD9;
    static final int SCAN = 0xDA;

    /** Stands for the offset of something that does not exist. */
    static final int NONE = -1;

    private static final int CODES = 0xC4;
    private static final int QUANTISATION = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int COMMENT = 0xFE;
    private static final int MOST_COMPONENTS = 4;
    /** Tables of a segment at most: a JPEG has four of each kind. */
    private static final int MOST_TABLES = 8;

    private JpegSegment() {}

    /** Returns the second byte of the marker at an offset, or 0 if there is none. */
    static int marker(byte[] jpeg, int at) {
        return at + 1 < jpeg.length && jpeg[at] == -1 ? jpeg[at + 1] & 0xFF : 0;
    }

    /** Whether a marker, by its second byte, is a part of a scan's data. */
    static boolean isInData(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker < START) || marker == FILL;
    }

    /** Whether a segment, by the second byte of its marker, is not needed to decode samples. */
    static boolean isMetadata(int marker) {
        return (marker >= 0xE0 && marker <= 0xEF) || marker == COMMENT;
    }

    /** Returns the offset after the segment that begins at an offset, or -1 if none can begin there. */
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

    /**
     * Returns the length of a segment that has a number of bytes for each component, or -1 if the number of components
     * is invalid.
     */
    private static int counted(byte[] jpeg, int at, int fixed, int each) {
        int count = at < jpeg.length ? jpeg[at] & 0xFF : 0;
        return count < 1 || count > MOST_COMPONENTS ? NONE : fixed + each * count;
    }

    /**
     * Returns the length of a segment of tables: the stated one if the tables fill it, or else that of all tables in a
     * row.
     */
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
        int size = 1 + JpegHuffmanTable.size(jpeg, at + 1);
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
