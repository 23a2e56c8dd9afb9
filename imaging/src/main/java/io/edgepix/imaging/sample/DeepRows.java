package io.edgepix.imaging.sample;

/** Rows of samples of up to 16 bits, pixel by pixel and without alpha. */
public final class DeepRows implements Rows {
    private final short[] samples;
    private final int width;
    private final int height;
    private final float[] scales;

    /**
     * Samples of a depth.
     *
     * @param shifts for each sample of a pixel, how many of its lowest bits are not stored
     */
    public DeepRows(short[] samples, int width, int height, int bands, int depth, int[] shifts) {
        this.samples = samples;
        this.width = width;
        this.height = height;
        this.scales = new float[bands];
        for (int band = 0; band < bands; band++) {
            scales[band] = SampleDepth.step(depth) * (1 << shifts[band]);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int colours() {
        return scales.length;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public void read(int y, float[] row) {
        int bands = scales.length;
        int start = y * width * bands;
        for (int band = 0; band < bands; band++) {
            for (int i = band; i < width * bands; i += bands) {
                row[i] = (samples[start + i] & 0xFFFF) * scales[band];
            }
        }
    }
}
