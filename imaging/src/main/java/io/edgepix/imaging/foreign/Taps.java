package io.edgepix.imaging.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The weights of the native filter along one axis: the first sample and the fixed-point weights of each output. */
public final class Taps {
    /** Outputs and weights along rows are padded to a multiple of this. */
    public static final int ACROSS = 8;
    /** Weights down columns are padded to a multiple of this. */
    public static final int DOWN = 2;

    private static final int ONE = 1 << 14;

    private final int[] first;
    private final short[] weights;
    private final int length;
    private final NativeMemory memory;
    private long address;

    /**
     * Creates weights that are all 0.
     *
     * @param count the number of outputs
     * @param longest the largest number of weights of an output
     * @param multiple the multiple to which both are padded: {@link #ACROSS} or {@link #DOWN}
     */
    public Taps(NativeMemory memory, int count, int longest, int multiple) {
        this.memory = memory;
        this.length = Math.ceilDiv(longest, multiple) * multiple;
        this.first = new int[Math.ceilDiv(count, multiple) * multiple];
        this.weights = new short[first.length * length];
    }

    /**
     * Sets the weights of an output. The largest weight absorbs the rounding errors of all, so that flat areas stay
     * flat.
     */
    public void set(int output, int firstSample, float[] exact, double gain) {
        first[output] = firstSample;
        int at = output * length;
        int largest = 0;
        int rest = (int) Math.round(gain * ONE);
        for (int i = 0; i < exact.length; i++) {
            int weight = (int) Math.round(exact[i] * gain * ONE);
            weights[at + i] = (short) weight;
            rest -= weight;
            largest = exact[i] > exact[largest] ? i : largest;
        }
        weights[at + largest] += (short) rest;
    }

    int length() {
        return length;
    }

    long first() {
        return address();
    }

    long weights() {
        return address() + 4L * first.length;
    }

    private long address() {
        if (address == 0) {
            long size = 4L * first.length + 2L * weights.length;
            address = memory.allocate(size);
            MemorySegment segment = NativeMemory.segment(address, size);
            MemorySegment.copy(first, 0, segment, ValueLayout.JAVA_INT, 0, first.length);
            MemorySegment.copy(
                    weights, 0, segment, ValueLayout.JAVA_SHORT_UNALIGNED, 4L * first.length, weights.length);
        }
        return address;
    }
}
