package io.edgepix.imaging.planar;

/** How the numbers of luma and chroma are laid out in a byte. */
public enum Levels {
    /** JFIF's: luma 0 to 255, chroma up to 127.5 on either side of 128. */
    FULL(0, 255, 255),
    /** BT.601's, and WebP's: luma 16 to 235, chroma up to 112 on either side of 128. */
    NARROW(16, 219, 224);

    private static final double NEUTRAL = 128;

    private final double black;
    private final double lumaSpan;
    private final double chromaSpan;

    Levels(double black, double lumaSpan, double chromaSpan) {
        this.black = black;
        this.lumaSpan = lumaSpan;
        this.chromaSpan = chromaSpan;
    }

    /** A linear change of levels. */
    record Change(double gain, double bias) {}

    Change lumaTo(Levels other) {
        double gain = other.lumaSpan / lumaSpan;
        return new Change(gain, other.black - black * gain);
    }

    Change chromaTo(Levels other) {
        double gain = other.chromaSpan / chromaSpan;
        return new Change(gain, NEUTRAL - NEUTRAL * gain);
    }
}
