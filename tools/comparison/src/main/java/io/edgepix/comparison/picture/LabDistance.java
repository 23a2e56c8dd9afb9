package io.edgepix.comparison.picture;

import java.util.stream.IntStream;

/**
 * The mean colour difference of two pictures by CIE76: the distance in CIELAB, with D65, the white of sRGB (IEC
 * 61966-2-1).
 */
public final class LabDistance {
    private static final double[] LINEAR =
            IntStream.range(0, 256).mapToDouble(i -> linear(i / 255.0)).toArray();
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double DELTA = 6.0 / 29;

    private LabDistance() {}

    /**
     * Returns the mean: 0 for equal pictures, and about 1 for the smallest visible difference.
     *
     * @param one without alpha, as is the other
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static double of(Pixels one, Pixels other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("expected pictures of equal dimensions, got " + one.width() + "x"
                    + one.height() + " and " + other.width() + "x" + other.height());
        }
        byte[] a = one.samples();
        byte[] b = other.samples();
        double sum = 0;
        for (int at = 0; at < a.length; at += 3) {
            if (a[at] != b[at] || a[at + 1] != b[at + 1] || a[at + 2] != b[at + 2]) {
                sum += distance(lab(a, at), lab(b, at));
            }
        }
        int pixels = a.length / 3;
        return sum / pixels;
    }

    private static double distance(double[] one, double[] other) {
        double lightness = one[0] - other[0];
        double a = one[1] - other[1];
        double b = one[2] - other[2];
        return Math.sqrt(lightness * lightness + a * a + b * b);
    }

    private static double[] lab(byte[] samples, int at) {
        double red = LINEAR[samples[at] & 0xFF];
        double green = LINEAR[samples[at + 1] & 0xFF];
        double blue = LINEAR[samples[at + 2] & 0xFF];
        double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
    }

    private static double linear(double coded) {
        return coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
    }
}
