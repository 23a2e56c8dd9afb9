package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.util.OptionalInt;

/**
 * Finds the ends of the segments of a JPEG (ITU T.81, annex B).
 *
 * <p>Segments that a decoder needs reveal their length by their content, so a wrong stated length does not matter.
 */
final class JpegSegment {
    private static final int MOST_COMPONENTS = 4;
    /** The most tables in a segment. A JPEG has four of each kind. */
    private static final int MOST_TABLES = 8;

    private JpegSegment() {}

    /** Returns the offset after the segment that begins at an offset; empty if none can begin there. */
    static OptionalInt end(byte[] jpeg, int at) {
        int marker = JpegMarker.at(jpeg, at);
        if (at + 4 > jpeg.length || !begins(marker)) {
            return OptionalInt.empty();
        }
        int stated = at + 2 + Bytes.big16(jpeg, at + 2);
        int length = JpegMarker.isFrame(marker)
                ? counted(jpeg, at + 9, 8, 3)
                : switch (marker) {
                    case JpegMarker.SCAN -> counted(jpeg, at + 4, 6, 2);
                    case JpegMarker.RESTART_INTERVAL -> 4;
                    case JpegMarker.HUFFMAN_TABLES, JpegMarker.QUANTISATION_TABLES ->
                        tables(jpeg, at + 4, marker, stated);
                    default -> stated - at - 2;
                };
        return length < 2 || at + 2 + length > jpeg.length ? OptionalInt.empty() : OptionalInt.of(at + 2 + length);
    }

    private static boolean begins(int marker) {
        return (marker >= 0xC0 && marker < 0xD0)
                || (marker > JpegMarker.END && marker < 0xF0)
                || marker == JpegMarker.COMMENT;
    }

    /**
     * Returns the length of a segment with a number of bytes for each component. It is 0, which is too short, if the
     * number of components is invalid.
     */
    private static int counted(byte[] jpeg, int at, int fixed, int each) {
        int count = at < jpeg.length ? jpeg[at] & 0xFF : 0;
        return count < 1 || count > MOST_COMPONENTS ? 0 : fixed + each * count;
    }

    /**
     * Returns the length of a segment of tables: the stated length if the tables fill it, otherwise that of all
     * consecutive tables. It is 0, which is too short, if there is no table.
     */
    private static int tables(byte[] jpeg, int from, int marker, int stated) {
        int at = from;
        for (int i = 0; i < MOST_TABLES && (at == from || at != stated); i++) {
            int size = marker == JpegMarker.HUFFMAN_TABLES ? codes(jpeg, at) : quantisation(jpeg, at);
            if (size == 0) {
                break;
            }
            at += size;
        }
        return at == from ? 0 : at - from + 2;
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
