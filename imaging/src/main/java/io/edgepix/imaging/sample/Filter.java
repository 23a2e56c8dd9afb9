package io.edgepix.imaging.sample;

import java.util.Arrays;

/** The inner loops of resampling. Each number of bands has its own loop, so that sums stay in registers. */
final class Filter {
    private Filter() {}

    /** Filters all bands of a row horizontally. */
    static void across(float[] in, Weights weights, int bands, float[] out) {
        switch (bands) {
            case 1 -> one(in, weights, out, 0, 1);
            case 3 -> three(in, weights, out);
            case 4 -> four(in, weights, out);
            default -> any(in, weights, bands, out);
        }
    }

    /** Filters one band horizontally, and writes every {@code step}th sample of the result. */
    static void one(float[] in, Weights weights, float[] out, int start, int step) {
        for (int x = 0; x < weights.count(); x++) {
            float[] taps = weights.taps(x);
            int i = weights.first(x);
            float even = 0;
            float odd = 0;
            int j = 0;
            for (; j < taps.length - 1; j += 2) {
                even += taps[j] * in[i + j];
                odd += taps[j + 1] * in[i + j + 1];
            }
            if (j < taps.length) {
                even += taps[j] * in[i + j];
            }
            out[start + x * step] = even + odd;
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

    /** Filters rows of a ring buffer vertically. Row y is at index y modulo the length of the ring. */
    static void down(float[][] ring, int first, float[] taps, float[] out) {
        Arrays.fill(out, 0);
        int j = 0;
        for (; j < taps.length - 3; j += 4) {
            addFour(ring, first + j, taps, j, out);
        }
        for (; j < taps.length; j++) {
            float tap = taps[j];
            float[] row = ring[(first + j) % ring.length];
            for (int i = 0; i < out.length; i++) {
                out[i] += tap * row[i];
            }
        }
    }

    private static void addFour(float[][] ring, int first, float[] taps, int j, float[] out) {
        float[] row0 = ring[first % ring.length];
        float[] row1 = ring[(first + 1) % ring.length];
        float[] row2 = ring[(first + 2) % ring.length];
        float[] row3 = ring[(first + 3) % ring.length];
        float tap0 = taps[j];
        float tap1 = taps[j + 1];
        float tap2 = taps[j + 2];
        float tap3 = taps[j + 3];
        for (int i = 0; i < out.length; i++) {
            out[i] += tap0 * row0[i] + tap1 * row1[i] + tap2 * row2[i] + tap3 * row3[i];
        }
    }
}
