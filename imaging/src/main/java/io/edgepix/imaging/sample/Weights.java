package io.edgepix.imaging.sample;

/** The weights of a resampling along one axis: for each pixel of the result, a run of pixels and the weight of each. */
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
     * Returns weights of Lanczos with three lobes, scaled to the pixels of the result. The weights of each pixel add up
     * to 1.
     *
     * @param length the number of pixels of the source; if it is not a whole number, the last pixel is narrower
     * @param start the start of the section, in pixels of the source
     * @param part the length of the section, in pixels of the source
     * @param count the number of pixels of the result
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
        float[] run = new float[to - from];
        double delta = Math.PI / LOBES / stretch;
        double turnSine = Math.sin(delta);
        double turnCosine = Math.cos(delta);
        double angle = (from + 0.5 - centre) * delta;
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double sum = 0;
        for (int j = 0; j < run.length; j++) {
            run[j] = (float) lanczos(angle, sine);
            sum += run[j];
            angle += delta;
            double turned = sine * turnCosine + cosine * turnSine;
            cosine = cosine * turnCosine - sine * turnSine;
            sine = turned;
        }
        if (to > length) {
            double breadth = length - (to - 1);
            double last = (to - 1 + breadth / 2 - centre) * delta;
            sum -= run[run.length - 1];
            run[run.length - 1] = (float) (breadth * lanczos(last, Math.sin(last)));
            sum += run[run.length - 1];
        }
        for (int j = 0; j < run.length; j++) {
            run[j] = (float) (run[j] / sum);
        }
        return run;
    }

    /**
     * Returns the value of the kernel at an angle. The parameters are a third of the angle and the sine of that third,
     * from which the sine of the whole angle follows.
     */
    private static double lanczos(double third, double sine) {
        if (Math.abs(third) < 1e-9) {
            return 1;
        }
        double square = sine * sine;
        return Math.abs(third) >= Math.PI ? 0 : square * (3 - 4 * square) / (LOBES * third * third);
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

    /** Returns the length of the longest run. */
    int longest() {
        return longest;
    }
}
