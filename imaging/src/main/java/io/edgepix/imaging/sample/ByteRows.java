package io.edgepix.imaging.sample;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Rows of 8-bit samples, one array element each. */
public final class ByteRows implements Rows {
    /**
     * The positions of the samples of each band.
     *
     * @param data the samples of each band; several bands can share an array
     * @param starts the index of each band's first sample
     * @param pixelStride the number of elements from a sample to that of the next pixel
     * @param lineStride the number of elements from a row to the next one; negative if rows are stored from the bottom
     *     up
     */
    @SuppressWarnings("ArrayRecordComponent") // samples are not copied, and bands are never compared
    public record Bands(byte[][] data, int[] starts, int pixelStride, int lineStride) {}

    private final RowShape shape;
    private final Alpha alpha;
    private final byte[][] data;
    private final int[] starts;
    private final int pixelStride;
    private final int lineStride;

    /** Creates rows of samples that are not copied. */
    public ByteRows(int width, int height, Bands bands, Alpha alpha) {
        this.shape = new RowShape(width, height, bands.data.length - alpha.bands(), alpha != Alpha.NONE);
        this.alpha = alpha;
        this.data = bands.data;
        this.starts = bands.starts;
        this.pixelStride = bands.pixelStride;
        this.lineStride = bands.lineStride;
    }

    /** Creates rows of a raster's samples, which are not copied. */
    public ByteRows(Raster raster, Alpha alpha) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        int bands = raster.getNumBands();
        this.shape = new RowShape(raster.getWidth(), raster.getHeight(), bands - alpha.bands(), alpha != Alpha.NONE);
        this.alpha = alpha;
        this.pixelStride = model.getPixelStride();
        this.lineStride = model.getScanlineStride();
        this.data = new byte[bands][];
        this.starts = new int[bands];
        for (int band = 0; band < bands; band++) {
            int bank = model.getBankIndices()[band];
            data[band] = buffer.getData(bank);
            starts[band] = buffer.getOffsets()[bank]
                    + model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY(), band);
        }
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int width = width();
        int bands = bands();
        for (int band = 0; band < bands; band++) {
            byte[] from = data[band];
            int at = starts[band] + y * lineStride;
            for (int to = band; to < width * bands; to += bands, at += pixelStride) {
                row[to] = from[at] & 0xFF;
            }
        }
        if (alpha == Alpha.STRAIGHT) {
            Premultiply.row(row, width, bands);
        }
    }

    /** Adds the samples of a row to the sums of their boxes. */
    void sum(int y, int across, int[] sums) {
        int width = width();
        int bands = bands();
        for (int band = 0; band < bands; band++) {
            byte[] from = data[band];
            int at = starts[band] + y * lineStride;
            int end = at + width * pixelStride;
            for (int to = band; at < end; to += bands) {
                int stop = Math.min(at + across * pixelStride, end);
                int sum = 0;
                for (; at < stop; at += pixelStride) {
                    sum += from[at] & 0xFF;
                }
                sums[to] += sum;
            }
        }
    }
}
