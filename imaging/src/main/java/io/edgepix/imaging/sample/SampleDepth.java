package io.edgepix.imaging.sample;

/** Scales unsigned samples of any number of bits to a byte's scale: the highest sample of each depth becomes 255. */
public final class SampleDepth {
    private static final float WHITE = 255;

    private SampleDepth() {}

    /** Returns the factor for samples of 1 to 64 bits. */
    public static float step(int bits) {
        return (float) (WHITE / (Math.scalb(1.0, bits) - 1));
    }

    /** Clamps a sample to the range 0 to 255. NaN becomes 0. */
    public static float clamp(float sample) {
        return sample > 0 ? Math.min(sample, WHITE) : 0;
    }
}
