package io.edgepix.imaging.sample;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;

/** Rows of samples of up to 16 bits, one array element each. */
public final class ShortRows implements Rows {
    private final Raster raster;
    private final float step;
    private final boolean alpha;
    private final boolean premultiplied;
    private final short[][] data;
    private final int[] starts;
    private final int pixelStride;
    private final int lineStride;

    public ShortRows(Raster raster, int bits, boolean alpha, boolean premultiplied) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferUShort buffer = (DataBufferUShort) raster.getDataBuffer();
        this.raster = raster;
        this.step = SampleDepth.step(bits);
        this.alpha = alpha;
        this.premultiplied = premultiplied;
        this.pixelStride = model.getPixelStride();
        this.lineStride = model.getScanlineStride();
        this.data = new short[raster.getNumBands()][];
        this.starts = new int[data.length];
        for (int band = 0; band < data.length; band++) {
            int bank = model.getBankIndices()[band];
            data[band] = buffer.getData(bank);
            starts[band] = buffer.getOffsets()[bank]
                    + model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY(), band);
        }
    }

    /** Whether the samples of a raster lie like that. */
    public static boolean fits(Raster raster) {
        return raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getDataBuffer() instanceof DataBufferUShort;
    }

    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public int colours() {
        return alpha ? data.length - 1 : data.length;
    }

    @Override
    public boolean alpha() {
        return alpha;
    }

    @Override
    public void read(int y, float[] row) {
        int bands = data.length;
        for (int band = 0; band < bands; band++) {
            short[] from = data[band];
            int at = starts[band] + y * lineStride;
            for (int to = band; to < width() * bands; to += bands, at += pixelStride) {
                row[to] = SampleDepth.clamp((from[at] & 0xFFFF) * step);
            }
        }
        if (alpha && !premultiplied) {
            Premultiply.row(row, width(), bands);
        }
    }
}
