package io.edgepix.imaging.sample;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Taps;

/**
 * A stretch of a plane along one axis, and how many samples come out of it.
 *
 * @param length of the plane, in its samples; where it is no whole number, the last one is that much narrower
 * @param start of the stretch, in the same, as is part
 */
public record Axis(double length, double start, double part, int count) {
    private static final double SPARE = 3;

    /** Of a plane that holds one sample for so many stored ones. */
    public static Axis of(int stored, int samples, double start, double part, int count) {
        return new Axis((double) stored / samples, start / samples, part / samples, count);
    }

    /** How many samples go into one that comes out. */
    double step() {
        return part / count;
    }

    /**
     * The same stretch for chroma, one sample for so many of luma. The last one reaches over an odd side: at the end,
     * or at the start where the axis will be flipped.
     */
    public Axis shared(int share, boolean flips) {
        int fewer = Math.ceilDiv(count, share);
        if (fewer == count) {
            return this;
        }
        double whole = step() * fewer * share;
        return new Axis(length, flips ? start + part - whole : start, whole, fewer);
    }

    /** Whether enough is left for Lanczos where two samples are made one first. */
    public boolean isSpare() {
        return step() >= 2 * SPARE;
    }

    /** The same stretch of half as many samples. */
    public Axis halved() {
        return new Axis(length / 2, start / 2, part / 2, count);
    }

    /** Lanczos' weights, times a gain. */
    public Taps taps(NativeMemory memory, int multiple, double gain) {
        return taps(memory, multiple, gain, Weights.lanczos(length, start, part, count));
    }

    private Taps taps(NativeMemory memory, int multiple, double gain, Weights weights) {
        Taps taps = new Taps(memory, count, weights.longest(), multiple);
        for (int i = 0; i < count; i++) {
            taps.set(i, weights.first(i), weights.taps(i), gain);
        }
        return taps;
    }
}
