package io.edgepix.imaging;

import java.awt.image.Raster;

/** Rows of samples wider than a byte; what is outside of their range, or no number, is brought inside. */
final class WideRows implements Rows {
    /** What is 1 in samples of 16 bits is a 257th of what it is in 8. */
    private static final float SHORT = 257;

    private static final float FLOAT = 1f / 255;

    private final Raster raster;
    private final boolean alpha;
    private final boolean premultiplied;
    private final float unit;
    private final float[] samples;

    private WideRows(Raster raster, boolean alpha, boolean premultiplied, float unit) {
        this.raster = raster;
        this.alpha = alpha;
        this.premultiplied = premultiplied;
        this.unit = unit;
        this.samples = new float[raster.getWidth() * raster.getNumBands()];
    }

    static Rows ofShorts(Raster raster, boolean alpha, boolean premultiplied) {
        return new WideRows(raster, alpha, premultiplied, SHORT);
    }

    /** Of floating-point samples from 0 to 1. */
    static Rows ofFloats(Raster raster, boolean alpha, boolean premultiplied) {
        return new WideRows(raster, alpha, premultiplied, FLOAT);
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
            row[i] = samples[i] > 0 ? Math.min(samples[i] / unit, 255) : 0;
        }
        if (alpha && !premultiplied) {
            Premultiply.row(row, width(), bands());
        }
    }
}
