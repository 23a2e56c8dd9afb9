package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;

/** The markers of a JPEG (ITU T.81, table B.1), each named by the byte that follows its 0xFF. */
final class JpegMarker {
    static final int FILL = 0xFF;
    static final int START = 0xD8;
    static final int END = 0xD9;
    static final int SCAN = 0xDA;
    static final int HUFFMAN_TABLES = 0xC4;
    static final int QUANTISATION_TABLES = 0xDB;
    static final int RESTART_INTERVAL = 0xDD;
    static final int COMMENT = 0xFE;

    /** Frame header of a progressive JPEG with Huffman coding. */
    static final int PROGRESSIVE = 0xC2;
    /** Frame header of a lossless JPEG with Huffman coding. */
    static final int LOSSLESS = 0xC3;
    /** Frame header of a sequential JPEG with arithmetic coding. */
    static final int ARITHMETIC = 0xC9;
    /** Frame header of a progressive JPEG with arithmetic coding. */
    static final int ARITHMETIC_PROGRESSIVE = 0xCA;

    private static final int RESTART = 0xD0;

    private JpegMarker() {}

    /** Returns the marker at an offset, or 0 if there is none. */
    static int at(byte[] jpeg, int at) {
        return at + 1 < jpeg.length && jpeg[at] == -1 ? jpeg[at + 1] & 0xFF : 0;
    }

    /** Returns the marker at an offset. */
    static int required(byte[] jpeg, int at) throws IOException {
        if (at + 1 >= jpeg.length || jpeg[at] != -1) {
            throw new IOException("Expected a marker at offset " + at + " of " + jpeg.length);
        }
        return jpeg[at + 1] & 0xFF;
    }

    /** Throws unless the restart marker with the given number is at an offset. Each scan numbers its markers from 0. */
    static void checkRestart(byte[] jpeg, int at, int number) throws IOException {
        if ((jpeg[at + 1] & 0xFF) != RESTART + number % 8) {
            throw new IOException("Expected restart marker " + number % 8 + " at offset " + at);
        }
    }

    /** Returns the offset of the first marker, at or after an offset, that begins a segment or ends the picture. */
    static int next(byte[] jpeg, int from) throws IOException {
        for (int at = Bytes.indexOf255(jpeg, from); at + 1 < jpeg.length; at = Bytes.indexOf255(jpeg, at + 1)) {
            if (!isInData(jpeg[at + 1] & 0xFF)) {
                return at;
            }
        }
        throw new IOException("No marker from offset " + from + " to " + jpeg.length);
    }

    /** Tells whether a marker is a part of a scan's data: a stuffed zero, TEM, a restart marker or a fill byte. */
    static boolean isInData(int marker) {
        return marker <= 0x01 || (marker >= RESTART && marker < START) || marker == FILL;
    }

    /** Tells whether a segment is not needed to decode samples. */
    static boolean isMetadata(int marker) {
        return (marker >= 0xE0 && marker <= 0xEF) || marker == COMMENT;
    }

    /** Tells whether a marker begins a frame header. */
    static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN_TABLES && marker != 0xC8 && marker != 0xCC;
    }

    /** Tells whether a frame header is that of a progressive JPEG, with Huffman or arithmetic coding. */
    static boolean isProgressive(int marker) {
        return marker == PROGRESSIVE || marker == ARITHMETIC_PROGRESSIVE;
    }
}
