package io.edgepix.imaging.avif;

import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.ShortRows;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;

/** The samples of an AVIF decoded by libheif, as rows of three or four bands of 8 or 16 bits. */
final class AvifRows {
    private static final int ALPHA = 3;

    private final NativePixels pixels;
    private final DataBuffer buffer;

    AvifRows(NativePixels pixels) {
        this.pixels = pixels;
        if (pixels.depth() == Byte.SIZE) {
            byte[] samples = pixels.bytes();
            this.buffer = new DataBufferByte(samples, samples.length);
        } else {
            short[] samples = pixels.shorts();
            this.buffer = new DataBufferUShort(samples, samples.length);
        }
    }

    /** Expands greys from the limited to the full range, which libheif does not do. */
    void expandGreys() {
        for (int band = 0; band < ALPHA; band++) {
            expand(band);
        }
    }

    /** Expands alpha, if there is any, from the limited to the full range. */
    void expandAlpha() {
        if (hasAlpha()) {
            expand(ALPHA);
        }
    }

    private boolean hasAlpha() {
        return pixels.bands() > ALPHA;
    }

    /** Expands a band (ITU-R BT.2100, table 9). The limited range is 16 to 235, times 2 for each bit over 8. */
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
     * Returns the rows, with alpha as the last band if there is any.
     *
     * @param colours the number of colours: 3, or 1 if all three are equal
     * @param stored how alpha is stored, if there is any
     */
    Rows rows(int colours, Alpha stored) {
        Alpha alpha = hasAlpha() ? stored : Alpha.NONE;
        int[] offsets = colours == 1
                ? (hasAlpha() ? new int[] {0, ALPHA} : new int[1])
                : hasAlpha() ? new int[] {0, 1, 2, ALPHA} : new int[] {0, 1, 2};
        int stride = pixels.width() * pixels.bands();
        Raster raster = Raster.createInterleavedRaster(
                buffer, pixels.width(), pixels.height(), stride, pixels.bands(), offsets, null);
        return buffer.getDataType() == DataBuffer.TYPE_BYTE
                ? new ByteRows(raster, alpha)
                : new ShortRows(raster, Short.SIZE, alpha);
    }
}
