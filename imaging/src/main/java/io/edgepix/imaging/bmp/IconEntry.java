package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an ICO. Size and depth are read from the picture itself. From the directory, only the offset and the
 * length are used.
 *
 * @param start the offset of the first byte
 * @param end the offset after the last byte
 * @param header the header if the picture is a bitmap; null for a PNG
 * @param pixels width times height
 * @param bits bits per pixel
 * @param whole whether all bytes of the picture exist
 */
record IconEntry(int start, int end, @Nullable IconHeader header, long pixels, int bits, boolean whole) {
    /** Orders pictures from worst to best: whole ones after damaged ones, then by size, then by bits per pixel. */
    static final Comparator<IconEntry> BY_WORTH = Comparator.comparing(IconEntry::whole)
            .thenComparingLong(IconEntry::pixels)
            .thenComparingInt(IconEntry::bits);

    private static final int LENGTH = 8;
    private static final int OFFSET = 12;
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_BITS = 32;
    private static final int MOST_CHUNKS = 10_000;

    /** Reads an entry of the directory at the given offset; empty if no picture begins at the offset that it states. */
    static Optional<IconEntry> read(byte[] ico, int at) {
        int length = Bytes.little32(ico, at + LENGTH);
        int start = Bytes.little32(ico, at + OFFSET);
        if (start <= 0 || start >= ico.length) {
            return Optional.empty();
        }
        boolean stated = length > 0 && length <= ico.length - start;
        if (Bytes.has(ico, start, "\u0089PNG\r\n\u001A\n")) {
            boolean sized = start + 24 <= ico.length;
            long pixels = sized ? (long) Bytes.big32(ico, start + 16) * Bytes.big32(ico, start + 20) : 0;
            boolean whole = isWholePng(ico, start, stated ? length : 0);
            return Optional.of(new IconEntry(start, ico.length, null, pixels, PNG_BITS, whole));
        }
        try {
            return Optional.of(rows(ico, start, length, stated));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a picture stored as a bitmap. If the stated length is too short for colours and mask, or too long for the
     * file, the picture ends with the file. The mask may be missing only if it would extend beyond the end of the file.
     */
    private static IconEntry rows(byte[] ico, int start, int length, boolean stated) throws IOException {
        IconHeader header = IconHeader.read(ico, start);
        boolean masked = start + header.end() <= ico.length;
        boolean fits = stated && (masked ? header.end() : header.mask()) <= length;
        long pixels = (long) header.width() * header.height();
        return new IconEntry(start, fits ? start + length : ico.length, header, pixels, header.bits(), masked || fits);
    }

    /** Tells whether a PNG has all chunks up to IEND, or its data ends where the entry ends. */
    private static boolean isWholePng(byte[] ico, int start, int length) {
        long at = (long) start + PNG_SIGNATURE;
        long end = (long) start + length;
        boolean data = false;
        for (int chunk = 0; chunk < MOST_CHUNKS && at + 8 <= ico.length; chunk++) {
            if (Bytes.has(ico, (int) at + 4, "IEND") || (data && at == end)) {
                return true;
            }
            data = Bytes.has(ico, (int) at + 4, "IDAT");
            at += 12 + (Bytes.big32(ico, (int) at) & 0xFFFF_FFFFL);
        }
        return data && at == end;
    }
}
