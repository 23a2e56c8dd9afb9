package io.edgepix.imaging;

import java.util.Arrays;

/** The inner loops of resampling, one for each number of bands so that sums stay in registers. */
final class Filter {
    private Filter() {}

    static void across(float[] in, Weights weights, int bands, float[] out) {
        switch (bands) {
            case 1 -> one(in, weights, out);
            case 3 -> three(in, weights, out);
            case 4 -> four(in, weights, out);
            default -> any(in, weights, bands, out);
        }
    }

    private static void one(float[] in, Weights weights, float[] out) {
        for (int x = 0; x < weights.count(); x++) {
            float[] taps = weights.taps(x);
            int i = weights.first(x);
            float sum = 0;
            for (int j = 0; j < taps.length; j++) {
                sum += taps[j] * in[i + j];
            }
            out[x] = sum;
        }
    }

    private static void three(float[] in, Weights weights, float[] out) {
        for (int x = 0; x < weights.count(); x++) {
            float[] taps = weights.taps(x);
            int i = weights.first(x) * 3;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int j = 0; j < taps.length; j++, i += 3) {
                float tap = taps[j];
                red += tap * in[i];
                green += tap * in[i + 1];
                blue += tap * in[i + 2];
            }
            out[x * 3] = red;
            out[x * 3 + 1] = green;
            out[x * 3 + 2] = blue;
        }
    }

    private static void four(float[] in, Weights weights, float[] out) {
        for (int x = 0; x < weights.count(); x++) {
            float[] taps = weights.taps(x);
            int i = weights.first(x) * 4;
            float first = 0;
            float second = 0;
            float third = 0;
            float fourth = 0;
            for (int j = 0; j < taps.length; j++, i += 4) {
                float tap = taps[j];
                first += tap * in[i];
                second += tap * in[i + 1];
                third += tap * in[i + 2];
                fourth += tap * in[i + 3];
            }
            out[x * 4] = first;
            out[x * 4 + 1] = second;
            out[x * 4 + 2] = third;
            out[x * 4 + 3] = fourth;
        }
    }

    private static void any(float[] in, Weights weights, int bands, float[] out) {
        for (int x = 0; x < weights.count(); x++) {
            float[] taps = weights.taps(x);
            for (int band = 0; band < bands; band++) {
                int i = weights.first(x) * bands + band;
                float sum = 0;
                for (int j = 0; j < taps.length; j++, i += bands) {
                    sum += taps[j] * in[i];
                }
                out[x * bands + band] = sum;
            }
        }
    }

    /** Sums rows of the ring; row y lies at y modulo its length. */
    static void down(float[][] ring, int first, float[] taps, float[] out) {
        Arrays.fill(out, 0);
        for (int j = 0; j < taps.length; j++) {
            float tap = taps[j];
            float[] row = ring[(first + j) % ring.length];
            for (int i = 0; i < out.length; i++) {
                out[i] += tap * row[i];
            }
        }
    }
}
