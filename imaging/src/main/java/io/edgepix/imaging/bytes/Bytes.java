package io.edgepix.imaging.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads numbers and ASCII text from byte arrays. */
public final class Bytes {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    /**
     * Tells whether the bytes at an offset are the given text, one byte for each character (ISO 8859-1). False if there
     * are too few bytes.
     */
    public static boolean has(byte[] bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && bytes.length - at >= wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** Returns the offset of the first byte 0xFF at {@code from} or later; the length of the array if there is none. */
    public static int indexOf255(byte[] bytes, int from) {
        int at = from;
        for (; at + 8 <= bytes.length; at += 8) {
            long inverted = ~(long) EIGHT.get(bytes, at);
            if (((inverted - 0x0101010101010101L) & ~inverted & 0x8080808080808080L) != 0) {
                break;
            }
        }
        while (at < bytes.length && bytes[at] != (byte) 0xFF) {
            at++;
        }
        return at;
    }

    /**
     * Returns the offset of the first byte 0xFF at {@code from} or later that a byte 0xD8 to 0xDB follows. If there is
     * none, the result is at least the length of the array minus 1. These markers (SOI, EOI, SOS, DQT) begin and end a
     * JPEG, and come before each scan.
     */
    public static int indexOfScanMarker(byte[] bytes, int from) {
        int at = from;
        for (; at + 9 <= bytes.length; at += 8) {
            long first = ~(long) EIGHT.get(bytes, at);
            long second = ((long) EIGHT.get(bytes, at + 1) & 0xFCFCFCFCFCFCFCFCL) ^ 0xD8D8D8D8D8D8D8D8L;
            long both = first | second;
            if (((both - 0x0101010101010101L) & ~both & 0x8080808080808080L) != 0) {
                break;
            }
        }
        while (at + 1 < bytes.length && (bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xFC) != 0xD8)) {
            at++;
        }
        return at;
    }

    /** Returns a little-endian view of the array. */
    public static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns an unsigned 16-bit number, most significant byte first. */
    public static int big16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    /** Returns an unsigned 16-bit number, least significant byte first. */
    public static int little16(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xFF) << 8 | (bytes[at] & 0xFF);
    }

    /** Returns an unsigned 24-bit number, least significant byte first. */
    public static int little24(byte[] bytes, int at) {
        return little16(bytes, at) | (bytes[at + 2] & 0xFF) << 16;
    }

    /** Returns a signed 32-bit number, least significant byte first. */
    public static int little32(byte[] bytes, int at) {
        return little16(bytes, at) | little16(bytes, at + 2) << 16;
    }

    /** Returns a signed 32-bit number, most significant byte first. */
    public static int big32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
