package io.edgepix.comparison.picture;

import java.util.stream.IntStream;

/**
 * A picture in linear light, one plane for each of red, green and blue, from 0 to 1.
 *
 * @param planes of rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearPlanes(int width, int height, float[][] planes) {
    private static final float[] LINEAR = linear();
    /** How much of red, green and blue each of the three kinds of cones absorbs. */
    private static final double[][] ABSORBANCE = {
        {0.3, 0.622, 0.078}, {0.23, 0.692, 0.078}, {0.2434226892454782, 0.2047674442449682, 0.5518098665095535},
    };

    private static final double BIAS = 0.0037930732552754493;

    /** Returns the planes of a picture without alpha. */
    static LinearPlanes of(Pixels picture) {
        float[][] planes = new float[3][];
        for (int channel = 0; channel < planes.length; channel++) {
            byte[] samples = picture.plane(channel);
            float[] plane = new float[samples.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = LINEAR[samples[i] & 0xFF];
            }
            planes[channel] = plane;
        }
        return new LinearPlanes(picture.width(), picture.height(), planes);
    }

    private static float[] linear() {
        float[] linear = new float[256];
        for (int i = 0; i < linear.length; i++) {
            double coded = i / 255.0;
            linear[i] = (float) (coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4));
        }
        return linear;
    }

    /** Returns the picture at half its size, by averages of 2x2 samples. The last ones count twice at an odd side. */
    LinearPlanes halved() {
        int halfWidth = Math.ceilDiv(width, 2);
        int halfHeight = Math.ceilDiv(height, 2);
        float[][] halves = new float[planes.length][halfWidth * halfHeight];
        for (int channel = 0; channel < planes.length; channel++) {
            float[] from = planes[channel];
            for (int y = 0; y < halfHeight; y++) {
                int upper = 2 * y * width;
                int lower = Math.min(2 * y + 1, height - 1) * width;
                for (int x = 0; x < halfWidth; x++) {
                    int left = 2 * x;
                    int right = Math.min(left + 1, width - 1);
                    halves[channel][y * halfWidth + x] =
                            (from[upper + left] + from[upper + right] + from[lower + left] + from[lower + right]) / 4;
                }
            }
        }
        return new LinearPlanes(halfWidth, halfHeight, halves);
    }

    /**
     * Returns the picture in XYB, the colours of JPEG XL (ISO/IEC 18181-1): red minus green, luma, and blue. Blue is
     * relative to luma, and each plane is shifted and scaled to about 0 to 1, as SSIMULACRA 2 has them.
     */
    float[][] xyb() {
        float[][] xyb = new float[3][width * height];
        IntStream.range(0, height).parallel().forEach(y -> xybRow(xyb, y * width, (y + 1) * width));
        return xyb;
    }

    private void xybRow(float[][] xyb, int from, int to) {
        for (int i = from; i < to; i++) {
            double longWave = cone(0, i);
            double mediumWave = cone(1, i);
            double luma = (longWave + mediumWave) / 2;
            xyb[0][i] = (float) ((longWave - mediumWave) / 2 * 14 + 0.42);
            xyb[1][i] = (float) (luma + 0.01);
            xyb[2][i] = (float) (cone(2, i) - luma + 0.55);
        }
    }

    private double cone(int kind, int at) {
        double[] weights = ABSORBANCE[kind];
        double mixed = weights[0] * planes[0][at] + weights[1] * planes[1][at] + weights[2] * planes[2][at];
        return Math.cbrt(mixed + BIAS) - Math.cbrt(BIAS);
    }
}
