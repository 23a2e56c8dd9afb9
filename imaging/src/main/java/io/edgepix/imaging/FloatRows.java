package io.edgepix.imaging;

import java.awt.image.Raster;

/** Rows of floating-point samples from 0 to 1; what is outside of their range, or no number, is brought inside. */
final class FloatRows implements Rows {
    private static final float WHITE = 255;

    private final Raster raster;
    private final boolean alpha;
    private final boolean premultiplied;
    private final float[] samples;

    FloatRows(Raster raster, boolean alpha, boolean premultiplied) {
        this.raster = raster;
        this.alpha = alpha;
        this.premultiplied = premultiplied;
        this.samples = new float[raster.getWidth() * raster.getNumBands()];
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
        return raster.getNumBands() - (alpha ? 1 : 0);
    }

    @Override
    public boolean alpha() {
        return alpha;
    }

    @Override
    public void read(int y, float[] row) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, samples);
        for (int i = 0; i < samples.length; i++) {
            row[i] = samples[i] > 0 ? Math.min(samples[i] * WHITE, WHITE) : 0;
        }
        if (alpha && !premultiplied) {
            Premultiply.row(row, width(), bands());
        }
    }
}
