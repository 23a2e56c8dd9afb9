package io.edgepix.imaging;

/** For each pixel that comes out along one axis, the run of pixels that go in and how much of each. */
final class Weights {
    private static final double LOBES = 3;

    private final int[] first;
    private final float[][] taps;
    private int longest;

    private Weights(int count) {
        first = new int[count];
        taps = new float[count][];
    }

    /**
     * Lanczos with three lobes, as wide as the pixels that come out.
     *
     * @param length of what goes in; where it is no whole number, the last pixel is that much narrower
     */
    static Weights lanczos(double length, double start, double part, int count) {
        Weights weights = new Weights(count);
        int pixels = (int) Math.ceil(length);
        double step = part / count;
        double stretch = Math.max(1, step);
        for (int i = 0; i < count; i++) {
            double centre = start + (i + 0.5) * step;
            int from = Math.clamp((long) Math.floor(centre - LOBES * stretch), 0, pixels - 1);
            int to = Math.clamp((long) Math.ceil(centre + LOBES * stretch), from + 1, pixels);
            weights.set(i, from, run(from, to, length, centre, stretch));
        }
        return weights;
    }

    private static float[] run(int from, int to, double length, double centre, double stretch) {
        double[] run = new double[to - from];
        double sum = 0;
        for (int j = 0; j < run.length; j++) {
            int pixel = from + j;
            double breadth = Math.min(1, length - pixel);
            run[j] = breadth * lanczos((pixel + breadth / 2 - centre) / stretch);
            sum += run[j];
        }
        float[] normal = new float[run.length];
        for (int j = 0; j < run.length; j++) {
            normal[j] = (float) (run[j] / sum);
        }
        return normal;
    }

    private static double lanczos(double x) {
        if (Math.abs(x) < 1e-9) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }

    private void set(int i, int from, float[] run) {
        first[i] = from;
        taps[i] = run;
        longest = Math.max(longest, run.length);
    }

    int count() {
        return first.length;
    }

    int first(int i) {
        return first[i];
    }

    float[] taps(int i) {
        return taps[i];
    }

    /** The number of taps of the pixel that has most. */
    int longest() {
        return longest;
    }
}
