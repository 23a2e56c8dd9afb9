package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.util.Set;

/**
 * The BITMAPINFOHEADER of a picture in an ICO. The stored height counts the rows of colours and the rows of the mask.
 * The height of this record counts each row once.
 *
 * @param bits bits per pixel
 * @param palette the number of colours, of four bytes each, that follow the header
 * @param start the offset of the rows of colours, from the start of the header
 */
record IconHeader(int width, int height, int bits, int palette, int start) {
    private static final int SHORTEST = 40;
    private static final int MOST_SIDE = 1 << 14;
    private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);

    /**
     * Reads the header at an offset of the file.
     *
     * @throws IOException if it is cut short or of an unknown kind
     */
    static IconHeader read(byte[] picture, int at) throws IOException {
        int there = picture.length - at;
        int size = there < SHORTEST ? 0 : Bytes.little32(picture, at);
        if (size < SHORTEST || size > there) {
            throw new IOException("Expected a header of at least " + SHORTEST + " bytes, got " + size);
        }
        int width = Bytes.little32(picture, at + 4);
        int height = Bytes.little32(picture, at + 8) / 2;
        int bits = Bytes.little16(picture, at + 14);
        int compression = Bytes.little32(picture, at + 16);
        boolean plain = width > 0 && width <= MOST_SIDE && height > 0 && height <= MOST_SIDE && compression == 0;
        if (!plain || !DEPTHS.contains(bits)) {
            throw new IOException("Expected an uncompressed picture of 1 to 32 bits with sides of 1 to " + MOST_SIDE
                    + ", got " + width + "x" + height + " of " + bits + " bits, compression " + compression);
        }
        int stated = Bytes.little32(picture, at + 32);
        int palette = bits > 8 ? 0 : stated > 0 && stated < 1 << bits ? stated : 1 << bits;
        return new IconHeader(width, height, bits, palette, size + palette * 4);
    }

    /** Returns the number of bytes of a row of colours, which is padded to a multiple of four. */
    int stride() {
        return (width * bits + 31) / 32 * 4;
    }

    /** Returns the number of bytes of a row of the mask, which is padded to a multiple of four. */
    int maskStride() {
        return (width + 31) / 32 * 4;
    }

    /** Returns the offset of the mask, from the start of the header. */
    long mask() {
        return start + (long) stride() * height;
    }

    /** Returns the offset after the mask, from the start of the header. */
    long end() {
        return mask() + (long) maskStride() * height;
    }
}
