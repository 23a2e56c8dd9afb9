package io.edgepix.imaging.sample;

/** Brings unsigned samples of any number of bits to a byte's scale: the highest sample of each depth is 255. */
public final class SampleDepth {
    private static final float WHITE = 255;

    private SampleDepth() {}

    /** Returns the factor for samples of a number of bits, from 1 to 64. */
    public static float step(int bits) {
        return (float) (WHITE / (Math.scalb(1.0, bits) - 1));
    }

    /** Returns a sample within the scale: 0 instead of less and of what is no number, 255 instead of more. */
    public static float clamp(float sample) {
        return sample > 0 ? Math.min(sample, WHITE) : 0;
    }
}
