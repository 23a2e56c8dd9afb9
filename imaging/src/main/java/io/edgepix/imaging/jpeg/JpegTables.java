package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables and the restart interval in force at some point of a JPEG. */
final class JpegTables {
    private static final int KINDS = 4;
    /** The most Huffman tables, far more than there are scans. */
    private static final int MOST = 2000;

    private final float[] @Nullable [] quantisation = new float[KINDS][];
    private final @Nullable JpegHuffmanTable[] dc = new JpegHuffmanTable[KINDS];
    private final @Nullable JpegHuffmanTable[] ac = new JpegHuffmanTable[KINDS];
    private int restart;
    private int defined;

    /** Reads the definitions in a segment. Segments of other kinds are ignored. */
    void define(byte[] jpeg, int start, int end) throws IOException {
        switch (jpeg[start + 1] & 0xFF) {
            case JpegMarker.QUANTISATION_TABLES -> quantisation(jpeg, start + 4, end);
            case JpegMarker.HUFFMAN_TABLES -> codes(jpeg, start + 4, end);
            case JpegMarker.RESTART_INTERVAL -> restart = Bytes.big16(jpeg, start + 4);
            default -> {}
        }
    }

    private void quantisation(byte[] jpeg, int start, int end) throws IOException {
        int at = start;
        while (at < end) {
            int kind = jpeg[at] & 0xFF;
            int wide = kind >> 4;
            if (wide > 1 || at + 1 + (64 << wide) > end) {
                throw new IOException("Quantisation table cut short at offset " + at);
            }
            float[] steps = new float[64 + JpegBlock.SPILL];
            for (int i = 0; i < 64; i++) {
                steps[i] = wide == 0 ? jpeg[at + 1 + i] & 0xFF : Bytes.big16(jpeg, at + 1 + 2 * i);
            }
            quantisation[kind & KINDS - 1] = steps;
            at += 1 + (64 << wide);
        }
    }

    private void codes(byte[] jpeg, int start, int end) throws IOException {
        int at = start;
        while (at < end) {
            int size = at + 17 <= end ? JpegHuffmanTable.size(jpeg, at + 1) : end;
            if (at + 1 + size > end) {
                throw new IOException("Huffman table cut short at offset " + at);
            }
            if (++defined > MOST) {
                throw new IOException("More than " + MOST + " Huffman tables at offset " + at);
            }
            @Nullable JpegHuffmanTable[] all = (jpeg[at] & 0x10) == 0 ? dc : ac;
            all[jpeg[at] & KINDS - 1] = new JpegHuffmanTable(jpeg, at + 1);
            at += 1 + size;
        }
    }

    /** Returns the steps of a quantisation table, in zigzag order. */
    float[] quantisation(int kind) throws IOException {
        float[] steps = quantisation[kind & KINDS - 1];
        if (steps == null) {
            throw new IOException("Expected quantisation table " + kind + " to be defined");
        }
        return steps;
    }

    /** Returns a Huffman table for DC coefficients; empty if it is not defined. */
    Optional<JpegHuffmanTable> dc(int kind) {
        return Optional.ofNullable(dc[kind & KINDS - 1]);
    }

    /** Returns a Huffman table for AC coefficients; empty if it is not defined. */
    Optional<JpegHuffmanTable> ac(int kind) {
        return Optional.ofNullable(ac[kind & KINDS - 1]);
    }

    /** Returns the restart interval in MCUs; 0 if there are no restart markers. */
    int restart() {
        return restart;
    }
}
