package io.edgepix.imaging.avif;

import io.edgepix.imaging.colour.CodePoints;
import java.util.Optional;

/**
 * The sample format that the sequence header of an AV1 bitstream states (AV1 specification, sections 5.5.1 and 5.5.2).
 *
 * @param grey whether there are no chroma planes
 * @param points the code points of the colours; 2 and 2 (unspecified) if the header does not describe the colours
 * @param fullRange whether samples use the full range of values, not the limited range of television
 */
record Av1Sequence(boolean grey, CodePoints points, boolean fullRange) {
    private static final int SEQUENCE_HEADER = 1;
    private static final int MOST_UNITS = 16;
    private static final int MOST_BYTES = 256;
    private static final int UNSPECIFIED = 2;
    private static final int IDENTITY = 0;

    /** Reads the fields of a sequence header bit by bit. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private int bits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                value = (value << 1) | ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
            }
            return value;
        }

        private boolean flag() {
            return bits(1) == 1;
        }

        Av1Sequence sequence() {
            int profile = bits(3);
            bits(1);
            boolean reduced = flag();
            if (reduced) {
                bits(5);
            } else {
                operatingPoints();
            }
            int widthBits = bits(4) + 1;
            int heightBits = bits(4) + 1;
            bits(widthBits);
            bits(heightBits);
            if (!reduced && flag()) {
                bits(7); // lengths of frame ids
            }
            bits(3); // superblock size, and filters of intra prediction
            if (!reduced) {
                tools();
            }
            bits(3); // super-resolution, CDEF and restoration
            return colours(profile);
        }

        private void operatingPoints() {
            int delayBits = 0;
            boolean decoderModel = false;
            if (flag()) {
                bits(32);
                bits(32);
                if (flag()) {
                    variableLength();
                }
                decoderModel = flag();
                if (decoderModel) {
                    delayBits = bits(5) + 1;
                    bits(32);
                    bits(10);
                }
            }
            boolean displayDelay = flag();
            int points = bits(5) + 1;
            for (int i = 0; i < points; i++) {
                bits(12);
                if (bits(5) > 7) {
                    bits(1);
                }
                if (decoderModel && flag()) {
                    bits(delayBits);
                    bits(delayBits);
                    bits(1);
                }
                if (displayDelay && flag()) {
                    bits(4);
                }
            }
        }

        private void variableLength() {
            int zeros = 0;
            while (!flag()) {
                zeros++;
            }
            bits(Math.min(zeros, 32));
        }

        private void tools() {
            bits(4); // compound modes, warped motion and two filters
            boolean orderHint = flag();
            if (orderHint) {
                bits(2);
            }
            int screenContent = flag() ? 2 : bits(1);
            if (screenContent > 0 && !flag()) {
                bits(1);
            }
            if (orderHint) {
                bits(3);
            }
        }

        private Av1Sequence colours(int profile) {
            if (flag() && profile == 2) {
                bits(1); // 10 or 12 bits
            }
            boolean grey = profile != 1 && flag();
            boolean described = flag();
            CodePoints points = described ? new CodePoints(bits(8), bits(8)) : new CodePoints(UNSPECIFIED, UNSPECIFIED);
            int matrix = described ? bits(8) : UNSPECIFIED;
            boolean fullRange = (!grey && matrix == IDENTITY && points.equals(CodePoints.SRGB)) || flag();
            return new Av1Sequence(grey, points, fullRange);
        }
    }

    /** Reads the first sequence header in the first units of a bitstream; empty if none can be read. */
    static Optional<Av1Sequence> of(BoxFields stream) {
        try {
            for (int i = 0; i < MOST_UNITS && stream.hasMore(); i++) {
                int header = (int) stream.number(1);
                if ((header & 4) != 0) {
                    stream.skip(1);
                }
                long length = (header & 2) != 0 ? leb128(stream) : MOST_BYTES;
                if ((header >> 3 & 0xF) == SEQUENCE_HEADER) {
                    return Optional.of(new Reader(bytes(stream, length)).sequence());
                }
                stream.skip(length);
            }
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static long leb128(BoxFields stream) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            long next = stream.number(1);
            value |= (next & 0x7F) << (i * 7);
            if (next < 0x80) {
                break;
            }
        }
        return value;
    }

    private static byte[] bytes(BoxFields stream, long length) {
        byte[] bytes = new byte[(int) Math.min(length, MOST_BYTES)];
        for (int i = 0; i < bytes.length && stream.hasMore(); i++) {
            bytes[i] = (byte) stream.number(1);
        }
        return bytes;
    }
}
