package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;

/**
 * The rows of a picture in an ICO. They are stored from bottom to top, and a mask follows them. A pixel is transparent
 * if its mask bit is set.
 *
 * <p>Pixels of 32 bits have alpha and need no mask, unless alpha is 0 in all of them.
 */
final class IconRows implements Rows {
    private static final int BANDS = 4;

    private final RowShape shape;
    private final byte[] picture;
    private final IconHeader header;
    private final int mask;
    private final boolean hasAlpha;
    private final boolean hasMask;

    /**
     * Creates the rows of a picture.
     *
     * @param picture the bytes from the header on
     * @param whole whether the file is complete; a missing mask is then not an error
     * @throws IOException if the colours or a required mask are cut short
     */
    IconRows(byte[] picture, IconHeader header, boolean whole) throws IOException {
        this.shape = new RowShape(header.width(), header.height(), 3, true);
        this.picture = picture;
        this.header = header;
        if (header.mask() > picture.length) {
            throw new IOException("Expected " + header.mask() + " bytes, got " + picture.length);
        }
        this.mask = (int) header.mask();
        this.hasAlpha = header.bits() == 32 && showsAnything();
        this.hasMask = !hasAlpha && header.end() <= picture.length;
        if (!hasAlpha && !hasMask && !whole) {
            throw new IOException("Expected a mask up to " + header.end() + ", got " + picture.length + " bytes");
        }
    }

    private boolean showsAnything() {
        for (int at = header.start() + 3; at < mask; at += 4) {
            if (picture[at] != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int stored = height() - 1 - y;
        int start = header.start() + stored * header.stride();
        for (int x = 0; x < width(); x++) {
            int argb = colour(start, x);
            int alpha = hasAlpha ? argb >>> 24 : isMasked(stored, x) ? 0 : 255;
            for (int band = 0; band < 3; band++) {
                row[x * BANDS + band] = (argb >> (16 - 8 * band) & 0xFF) * alpha / 255f;
            }
            row[x * BANDS + 3] = alpha;
        }
    }

    private boolean isMasked(int stored, int x) {
        return hasMask && (picture[mask + stored * header.maskStride() + x / 8] >> (7 - x % 8) & 1) == 1;
    }

    private int colour(int start, int x) {
        return switch (header.bits()) {
            case 32 -> Bytes.little32(picture, start + x * 4);
            case 24 -> Bytes.little24(picture, start + x * 3);
            case 16 -> fiveBits(Bytes.little16(picture, start + x * 2));
            default -> paletteColour(start, x);
        };
    }

    private static int fiveBits(int pixel) {
        int rgb = 0;
        for (int shift = 10; shift >= 0; shift -= 5) {
            int five = pixel >> shift & 31;
            rgb = rgb << 8 | (five << 3 | five >> 2);
        }
        return rgb;
    }

    private int paletteColour(int start, int x) {
        int bit = x * header.bits();
        int shift = 8 - header.bits() - bit % 8;
        int index = picture[start + bit / 8] >> shift & (1 << header.bits()) - 1;
        return Bytes.little32(
                picture, header.start() - header.palette() * 4 + Math.min(index, header.palette() - 1) * 4);
    }
}
