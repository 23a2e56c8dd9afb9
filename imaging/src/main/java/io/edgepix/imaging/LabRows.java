package io.edgepix.imaging;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Rows of CIE L*a*b*, of which TIFF stores a and b signed; here 128 is their zero. */
final class LabRows implements Rows {
    private final Raster raster;
    private final int depth;
    private final int[] samples;

    LabRows(Raster raster) {
        this.raster = raster;
        this.depth = raster.getTransferType() == DataBuffer.TYPE_BYTE ? 8 : 16;
        this.samples = new int[raster.getWidth() * 3];
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
        return 3;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public void read(int y, float[] row) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, samples);
        float most = (1 << depth) - 1;
        for (int i = 0; i < samples.length; i += 3) {
            row[i] = samples[i] * 255 / most;
            row[i + 1] = chroma(samples[i + 1]);
            row[i + 2] = chroma(samples[i + 2]);
        }
    }

    private float chroma(int stored) {
        return (depth == 8 ? (byte) stored : (short) stored / 256f) + 128;
    }
}
