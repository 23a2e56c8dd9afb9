package io.edgepix.bench.measurement;

import java.util.Arrays;

/** Repeated measurements of one thing in one unit. */
public final class Measurements {
    private double[] values = {};

    public void add(double value) {
        values = Arrays.copyOf(values, values.length + 1);
        values[values.length - 1] = value;
    }

    public int count() {
        return values.length;
    }

    /** Returns the middle value, or the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns the smallest value that at least the given percentage of the values do not exceed.
     *
     * @param percent over 0, at most 100
     */
    public double percentile(int percent) {
        double[] sorted = sorted();
        return sorted[Math.ceilDiv(percent * sorted.length, 100) - 1];
    }

    private double[] sorted() {
        if (values.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
