package io.edgepix.imaging.sample;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.Arrays;

/** Rows of samples of up to 16 bits, one array element each. */
public final class ShortRows implements Rows {
    private final RowShape shape;
    private final Alpha alpha;
    private final short[][] data;
    private final int[] starts;
    private final int pixelStride;
    private final int lineStride;
    /** The factor that scales samples to a byte's scale, by band. */
    private final float[] scales;

    /**
     * Creates rows of a raster's samples, which are not copied.
     *
     * @param bits the number of bits of each sample, which are the lowest bits of an element
     */
    public ShortRows(Raster raster, int bits, Alpha alpha) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferUShort buffer = (DataBufferUShort) raster.getDataBuffer();
        int bands = raster.getNumBands();
        this.shape = new RowShape(raster.getWidth(), raster.getHeight(), bands - alpha.bands(), alpha != Alpha.NONE);
        this.alpha = alpha;
        this.pixelStride = model.getPixelStride();
        this.lineStride = model.getScanlineStride();
        this.data = new short[bands][];
        this.starts = new int[bands];
        this.scales = new float[bands];
        for (int band = 0; band < bands; band++) {
            int bank = model.getBankIndices()[band];
            data[band] = buffer.getData(bank);
            starts[band] = buffer.getOffsets()[bank]
                    + model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY(), band);
            scales[band] = SampleDepth.step(bits);
        }
    }

    /**
     * Creates rows of interleaved samples without alpha.
     *
     * @param bits the number of bits of each sample
     * @param shifts the number of low bits that are not stored, by band
     */
    public ShortRows(short[] samples, int width, int height, int bits, int[] shifts) {
        int bands = shifts.length;
        this.shape = new RowShape(width, height, bands, false);
        this.alpha = Alpha.NONE;
        this.pixelStride = bands;
        this.lineStride = width * bands;
        this.data = new short[bands][];
        Arrays.fill(data, samples);
        this.starts = new int[bands];
        Arrays.setAll(starts, band -> band);
        this.scales = new float[bands];
        for (int band = 0; band < bands; band++) {
            scales[band] = SampleDepth.step(bits) * (1 << shifts[band]);
        }
    }

    /** Tells whether this class can read the samples of a raster. */
    public static boolean fits(Raster raster) {
        return raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getDataBuffer() instanceof DataBufferUShort;
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int width = width();
        int bands = data.length;
        for (int band = 0; band < bands; band++) {
            short[] from = data[band];
            float scale = scales[band];
            int at = starts[band] + y * lineStride;
            for (int to = band; to < width * bands; to += bands, at += pixelStride) {
                row[to] = SampleDepth.clamp((from[at] & 0xFFFF) * scale);
            }
        }
        if (alpha == Alpha.STRAIGHT) {
            Premultiply.row(row, width, bands);
        }
    }
}
