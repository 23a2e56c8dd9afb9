package io.edgepix.imaging.sample;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Taps;
import io.edgepix.imaging.model.Detail;

/**
 * A section of a plane along one axis, and the number of samples that it is resampled to.
 *
 * @param length the length of the plane, in its samples; if it is not a whole number, the last sample is narrower
 * @param start the start of the section, in samples of the plane
 * @param part the length of the section, in samples of the plane
 * @param count the number of samples of the result
 */
public record Axis(double length, double start, double part, int count) {
    /**
     * Returns the axis of a plane that was already reduced.
     *
     * @param stored the number of stored samples of the original
     * @param samples the number of stored samples for each sample of the plane
     * @param start the start of the section, in stored samples
     * @param part the length of the section, in stored samples
     */
    public static Axis of(int stored, int samples, double start, double part, int count) {
        return new Axis((double) stored / samples, start / samples, part / samples, count);
    }

    /** Returns the number of samples of the plane for each sample of the result. */
    double step() {
        return part / count;
    }

    /**
     * Returns the same section for subsampled chroma. If a side is odd, a sample extends beyond it: at the end, or at
     * the start if the axis will be flipped.
     *
     * @param share the number of samples of luma for each sample of chroma
     */
    public Axis shared(int share, boolean flips) {
        int fewer = Math.ceilDiv(count, share);
        if (fewer == count) {
            return this;
        }
        double whole = step() * fewer * share;
        return new Axis(length, flips ? start + part - whole : start, whole, fewer);
    }

    /** Tells whether enough samples are left for Lanczos after averaging pairs of them. */
    public boolean isSpare() {
        return step() >= 2 * Detail.SAMPLES_A_PIXEL;
    }

    /** Returns the same section of a plane with half the samples. */
    public Axis halved() {
        return new Axis(length / 2, start / 2, part / 2, count);
    }

    /** Returns Lanczos weights, multiplied by a gain. */
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
