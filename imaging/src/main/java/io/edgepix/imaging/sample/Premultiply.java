package io.edgepix.imaging.sample;

/** Multiplies the colours of a row by its alpha, which is the last sample of each pixel, from 0 to 255. */
public final class Premultiply {
    private Premultiply() {}

    public static void row(float[] row, int width, int bands) {
        for (int i = 0; i < width * bands; i += bands) {
            float alpha = row[i + bands - 1];
            if (alpha == 255) {
                continue;
            }
            for (int band = 0; band < bands - 1; band++) {
                row[i + band] *= alpha / 255;
            }
        }
    }
}
