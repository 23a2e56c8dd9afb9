package io.edgepix.imaging.sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/** Rows of 8-bit samples that are packed into an int for each pixel, in any order of colours. */
public final class PackedRows implements Rows {
    private final RowShape shape;
    private final Alpha alpha;
    private final int[] shifts;
    private final int[] pixels;
    private final int start;
    private final int lineStride;

    public PackedRows(BufferedImage image) {
        Raster raster = image.getRaster();
        DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
        SinglePixelPackedSampleModel samples = (SinglePixelPackedSampleModel) raster.getSampleModel();
        DirectColorModel model = (DirectColorModel) image.getColorModel();
        this.shape = new RowShape(raster.getWidth(), raster.getHeight(), 3, model.hasAlpha());
        this.alpha = Alpha.of(model);
        this.shifts = samples.getBitOffsets();
        this.pixels = buffer.getData();
        this.lineStride = samples.getScanlineStride();
        this.start = buffer.getOffset()
                + samples.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY());
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int at = start + y * lineStride;
        int width = width();
        int bands = bands();
        for (int x = 0; x < width; x++) {
            int pixel = pixels[at + x];
            for (int band = 0; band < bands; band++) {
                row[x * bands + band] = pixel >>> shifts[band] & 0xFF;
            }
        }
        if (alpha == Alpha.STRAIGHT) {
            Premultiply.row(row, width, bands);
        }
    }
}
