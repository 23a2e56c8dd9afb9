package io.edgepix.comparison.picture;

import java.util.stream.IntStream;

/**
 * An accurate reference reduction. Every sample of the original contributes, in double precision, through the Lanczos
 * kernel with three lobes, and only the end result is rounded. It is slow, and shares no code with any measured
 * library.
 */
public final class Lanczos {
    private static final int LOBES = 3;

    /** The weights of consecutive samples of the original, for one sample of the result. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tap(int from, double[] weights) {}

    private Lanczos() {}

    /** Reduces a picture to exactly these dimensions. */
    public static Pixels reduce(Pixels original, int width, int height) {
        byte[] samples = new byte[width * height * original.channels()];
        double[][] planes = new double[original.channels()][];
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = reduce(original.plane(channel), original.width(), original.height(), width, height);
        }
        for (int i = 0; i < width * height; i++) {
            double alpha = planes.length == 4 ? Math.clamp(planes[3][i], 0, 255) : 255;
            for (int channel = 0; channel < planes.length; channel++) {
                double value = channel == 3 || alpha == 0 ? planes[channel][i] : planes[channel][i] * 255 / alpha;
                samples[i * planes.length + channel] = (byte) Math.round(Math.clamp(value, 0, 255));
            }
        }
        return new Pixels(width, height, original.channels(), samples);
    }

    private static double[] reduce(byte[] plane, int fromWidth, int fromHeight, int width, int height) {
        Tap[] across = taps(fromWidth, width);
        Tap[] down = taps(fromHeight, height);
        double[][] rows = IntStream.range(0, fromHeight)
                .parallel()
                .mapToObj(y -> row(plane, y * fromWidth, across))
                .toArray(double[][]::new);
        double[] reduced = new double[width * height];
        for (int y = 0; y < height; y++) {
            double[] weights = down[y].weights;
            for (int k = 0; k < weights.length; k++) {
                double[] row = rows[down[y].from + k];
                for (int x = 0; x < width; x++) {
                    reduced[y * width + x] += weights[k] * row[x];
                }
            }
        }
        return reduced;
    }

    private static double[] row(byte[] plane, int start, Tap[] across) {
        double[] row = new double[across.length];
        for (int x = 0; x < row.length; x++) {
            double[] weights = across[x].weights;
            int at = start + across[x].from;
            for (int k = 0; k < weights.length; k++) {
                row[x] += weights[k] * (plane[at + k] & 0xFF);
            }
        }
        return row;
    }

    private static Tap[] taps(int from, int to) {
        double scale = Math.max(1, from / (double) to);
        Tap[] taps = new Tap[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * from / to - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - LOBES * scale));
            int last = Math.min(from - 1, (int) Math.floor(centre + LOBES * scale));
            taps[i] = new Tap(
                    first,
                    normalised(IntStream.rangeClosed(first, last)
                            .mapToDouble(at -> kernel((at - centre) / scale))
                            .toArray()));
        }
        return taps;
    }

    private static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double kernel(double x) {
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
