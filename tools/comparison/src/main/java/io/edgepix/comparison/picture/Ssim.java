package io.edgepix.comparison.picture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Structural similarity in decibels, as {@code cwebp -print_ssim} computes it: over windows of 7x7 pixels with
 * triangular weights, in whole numbers, for each of blue, green, red and alpha (opaque if there is none), and for all
 * four together. Windows that are dark in both pictures count as equal. Windows are cut off at the borders.
 */
public final class Ssim {
    /** The value for equal pictures. */
    public static final double EQUAL = 99;

    private static final int CHANNELS = 4;
    private static final int RADIUS = 3;
    private static final long LUMINANCE = 20;
    private static final long CONTRAST = 60;
    private static final long DARK = 64;
    /** The shift that keeps the last products within 64 bits. */
    private static final int DESCALE = 8;

    private Ssim() {}

    /**
     * Returns the value for all channels.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static double decibels(Pixels one, Pixels other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("expected pictures of equal dimensions, got " + one.width() + "x"
                    + one.height() + " and " + other.width() + "x" + other.height());
        }
        double sum = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum += (float) sum(one.plane(channel), other.plane(channel), one.width(), one.height());
        }
        return decibels(sum / ((double) CHANNELS * one.width() * one.height()));
    }

    private static double decibels(double mean) {
        return mean < 1 ? (float) (-10 * Math.log10(1 - mean)) : EQUAL;
    }

    /** Returns the sum of the similarities of the windows around all pixels of two planes, each from 0 to 1. */
    static double sum(byte[] one, byte[] other, int width, int height) {
        if (Arrays.equals(one, other)) {
            return (double) width * height;
        }
        double[] rows = IntStream.range(0, height)
                .parallel()
                .mapToDouble(y -> row(one, other, width, height, y))
                .toArray();
        double sum = 0;
        for (double row : rows) {
            sum += row;
        }
        return sum;
    }

    private static double row(byte[] one, byte[] other, int width, int height, int y) {
        double sum = 0;
        for (int x = 0; x < width; x++) {
            sum += window(one, other, width, height, x, y);
        }
        return sum;
    }

    private static double window(byte[] one, byte[] other, int width, int height, int x, int y) {
        long weights = 0;
        long sumA = 0;
        long sumB = 0;
        long sumAa = 0;
        long sumAb = 0;
        long sumBb = 0;
        for (int row = Math.max(0, y - RADIUS); row <= Math.min(height - 1, y + RADIUS); row++) {
            long vertical = RADIUS + 1L - Math.abs(row - y);
            for (int column = Math.max(0, x - RADIUS); column <= Math.min(width - 1, x + RADIUS); column++) {
                long weight = vertical * (RADIUS + 1 - Math.abs(column - x));
                int a = one[row * width + column] & 0xFF;
                int b = other[row * width + column] & 0xFF;
                weights += weight;
                sumA += weight * a;
                sumB += weight * b;
                sumAa += weight * a * a;
                sumAb += weight * a * b;
                sumBb += weight * b * b;
            }
        }
        long squares = sumA * sumA + sumB * sumB;
        long scale = weights * weights;
        if (squares < DARK * scale) {
            return 1;
        }
        long product = sumA * sumB;
        long covariance = Math.max(0, sumAb * weights - product);
        long variances = (sumAa + sumBb) * weights - squares;
        double above = (2 * product + LUMINANCE * scale) * ((2 * covariance + CONTRAST * scale) >> DESCALE);
        double below = (squares + LUMINANCE * scale) * ((variances + CONTRAST * scale) >> DESCALE);
        return above / below;
    }
}
