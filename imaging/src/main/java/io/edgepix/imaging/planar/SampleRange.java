package io.edgepix.imaging.planar;

/** The range of values of luma and chroma in a byte. */
public enum SampleRange {
    /** The full range of JFIF: luma 0 to 255, chroma up to 127.5 on either side of 128. */
    FULL(0, 255, 255),
    /** The limited range of BT.601 and WebP: luma 16 to 235, chroma up to 112 on either side of 128. */
    NARROW(16, 219, 224);

    private static final double NEUTRAL = 128;

    /** A linear change of values: {@code value * gain + bias}. */
    record Change(double gain, double bias) {}

    private final double black;
    private final double lumaSpan;
    private final double chromaSpan;

    SampleRange(double black, double lumaSpan, double chromaSpan) {
        this.black = black;
        this.lumaSpan = lumaSpan;
        this.chromaSpan = chromaSpan;
    }

    /** Returns the change of luma from this range to another one. */
    Change lumaTo(SampleRange other) {
        double gain = other.lumaSpan / lumaSpan;
        return new Change(gain, other.black - black * gain);
    }

    /** Returns the change of chroma from this range to another one. */
    Change chromaTo(SampleRange other) {
        double gain = other.chromaSpan / chromaSpan;
        return new Change(gain, NEUTRAL - NEUTRAL * gain);
    }
}
