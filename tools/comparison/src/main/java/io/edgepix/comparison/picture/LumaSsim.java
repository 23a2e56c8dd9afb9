package io.edgepix.comparison.picture;

import java.util.stream.IntStream;

/**
 * Structural similarity as Wang, Bovik, Sheikh and Simoncelli define it ("Image quality assessment: from error
 * visibility to structural similarity", 2004), on luma (Rec. 601, of gamma-encoded sRGB): Gaussian windows of 11x11
 * with a deviation of 1.5, K1 0.01, K2 0.03, and the mean over the windows around all pixels. At borders, and in
 * pictures smaller than a window, windows are cut off and their weights normalised.
 */
public final class LumaSsim {
    private static final int RADIUS = 5;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;
    private static final float[] KERNEL = kernel();

    private LumaSsim() {}

    /**
     * Returns the mean, from -1 to 1; it is 1 for equal pictures.
     *
     * @param one without alpha, as is the other
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static double of(Pixels one, Pixels other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("expected pictures of equal dimensions, got " + one.width() + "x"
                    + one.height() + " and " + other.width() + "x" + other.height());
        }
        float[] a = luma(one);
        float[] b = luma(other);
        int width = one.width();
        float[] meanA = blurred(a, width);
        float[] meanB = blurred(b, width);
        float[] meanAa = blurred(product(a, a), width);
        float[] meanBb = blurred(product(b, b), width);
        float[] meanAb = blurred(product(a, b), width);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double squares = (double) meanA[i] * meanA[i] + (double) meanB[i] * meanB[i];
            double product = (double) meanA[i] * meanB[i];
            double above = (2 * product + C1) * (2 * (meanAb[i] - product) + C2);
            sum += above / ((squares + C1) * (meanAa[i] + meanBb[i] - squares + C2));
        }
        return sum / a.length;
    }

    private static float[] kernel() {
        float[] kernel = new float[2 * RADIUS + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - RADIUS) * (i - RADIUS) / (2 * DEVIATION * DEVIATION));
        }
        return kernel;
    }

    private static float[] luma(Pixels picture) {
        byte[] samples = picture.samples();
        float[] luma = new float[samples.length / 3];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * (samples[3 * i] & 0xFF)
                    + 0.587f * (samples[3 * i + 1] & 0xFF)
                    + 0.114f * (samples[3 * i + 2] & 0xFF);
        }
        return luma;
    }

    /** Returns the products of the samples of two planes. */
    static float[] product(float[] a, float[] b) {
        float[] product = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static float[] blurred(float[] plane, int width) {
        int height = plane.length / width;
        float[] across = new float[plane.length];
        IntStream.range(0, height).parallel().forEach(y -> blurRow(plane, across, width, y));
        float[] blurred = new float[plane.length];
        IntStream.range(0, height).parallel().forEach(y -> blurDown(across, blurred, width, height, y));
        return blurred;
    }

    private static void blurRow(float[] from, float[] to, int width, int y) {
        for (int x = 0; x < width; x++) {
            float sum = 0;
            float weights = 0;
            for (int k = Math.max(-RADIUS, -x); k <= Math.min(RADIUS, width - 1 - x); k++) {
                sum += KERNEL[k + RADIUS] * from[y * width + x + k];
                weights += KERNEL[k + RADIUS];
            }
            to[y * width + x] = sum / weights;
        }
    }

    private static void blurDown(float[] from, float[] to, int width, int height, int y) {
        float weights = 0;
        for (int k = Math.max(-RADIUS, -y); k <= Math.min(RADIUS, height - 1 - y); k++) {
            weights += KERNEL[k + RADIUS];
            for (int x = 0; x < width; x++) {
                to[y * width + x] += KERNEL[k + RADIUS] * from[(y + k) * width + x];
            }
        }
        for (int x = 0; x < width; x++) {
            to[y * width + x] /= weights;
        }
    }
}
