package io.edgepix.imaging.avif;

import io.edgepix.imaging.foreign.Vips.Pixels;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.ShortRows;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;

/** What libheif decoded of an AVIF, three or four bands of 8 or 16 bits, as rows. */
final class AvifRows {
    private static final int ALPHA = 3;

    private final Pixels pixels;
    private final DataBuffer buffer;

    AvifRows(Pixels pixels) {
        this.pixels = pixels;
        if (pixels.depth() == Byte.SIZE) {
            byte[] samples = pixels.bytes();
            this.buffer = new DataBufferByte(samples, samples.length);
        } else {
            short[] samples = pixels.shorts();
            this.buffer = new DataBufferUShort(samples, samples.length);
        }
    }

    /** Spreads the limited range of greys, which libheif leaves as it is, over all values. */
    void expandGreys() {
        for (int band = 0; band < ALPHA; band++) {
            expand(band);
        }
    }

    /** Spreads the limited range of alpha, where there is any, over all values. */
    void expandAlpha() {
        if (hasAlpha()) {
            expand(ALPHA);
        }
    }

    private boolean hasAlpha() {
        return pixels.bands() > ALPHA;
    }

    /** By ITU-R BT.2100, table 9: from 16 to 235, times 2 for each bit more than 8. */
    private void expand(int band) {
        boolean bytes = buffer.getDataType() == DataBuffer.TYPE_BYTE;
        int most = bytes ? 255 : 65_535;
        int spare = bytes ? 0 : Short.SIZE - pixels.depth();
        double unit = 1 << (pixels.depth() - Byte.SIZE);
        for (int at = band; at < buffer.getSize(); at += pixels.bands()) {
            double share = ((buffer.getElem(at) >> spare) / unit - 16) / 219;
            buffer.setElem(at, (int) Math.round(Math.clamp(share, 0, 1) * most));
        }
    }

    /**
     * The rows.
     *
     * @param grey whether one of the three colours stands for all
     */
    Rows rows(boolean grey, boolean premultiplied) {
        int[] offsets = grey
                ? (hasAlpha() ? new int[] {0, ALPHA} : new int[1])
                : hasAlpha() ? new int[] {0, 1, 2, ALPHA} : new int[] {0, 1, 2};
        int stride = pixels.width() * pixels.bands();
        Raster raster = Raster.createInterleavedRaster(
                buffer, pixels.width(), pixels.height(), stride, pixels.bands(), offsets, null);
        return buffer.getDataType() == DataBuffer.TYPE_BYTE
                ? new ByteRows(raster, hasAlpha(), premultiplied)
                : new ShortRows(raster, Short.SIZE, hasAlpha(), premultiplied);
    }
}
