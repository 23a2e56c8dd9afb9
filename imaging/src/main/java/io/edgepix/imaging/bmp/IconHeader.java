package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.util.Set;

/**
 * The BITMAPINFOHEADER of a picture in an ICO, whose height counts the rows of colours and those of the mask.
 *
 * @param bits of a pixel
 * @param palette how many colours of four bytes follow the header
 * @param start of the rows of colours, from that of the header
 */
record IconHeader(int width, int height, int bits, int palette, int start) {
    private static final int SHORTEST = 40;
    private static final int MOST_SIDE = 1 << 14;
    private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);

    /** Reads the header at an offset. */
    static IconHeader read(byte[] picture, int at) throws IOException {
        int there = picture.length - at;
        int size = there < SHORTEST ? 0 : Bytes.little32(picture, at);
        if (size < SHORTEST || size > there) {
            throw new IOException("Expected a header of " + SHORTEST + " bytes, and it has " + size);
        }
        int width = Bytes.little32(picture, at + 4);
        int height = Bytes.little32(picture, at + 8) / 2;
        int bits = Bytes.little16(picture, at + 14);
        int compression = Bytes.little32(picture, at + 16);
        boolean plain = width > 0 && width <= MOST_SIDE && height > 0 && height <= MOST_SIDE && compression == 0;
        if (!plain || !DEPTHS.contains(bits)) {
            throw new IOException(width + "x" + height + " of " + bits + " bits, compression " + compression);
        }
        int stated = Bytes.little32(picture, at + 32);
        int palette = bits > 8 ? 0 : stated > 0 && stated < 1 << bits ? stated : 1 << bits;
        return new IconHeader(width, height, bits, palette, size + palette * 4);
    }

    /** Bytes of a row of colours; rows are of whole groups of four. */
    int stride() {
        return (width * bits + 31) / 32 * 4;
    }

    /** Bytes of a row of the mask. */
    int maskStride() {
        return (width + 31) / 32 * 4;
    }

    /** Where the rows of the mask begin, from the header. */
    long mask() {
        return start + (long) stride() * height;
    }

    /** Where the rows of the mask end, from the header. */
    long end() {
        return mask() + (long) maskStride() * height;
    }
}
