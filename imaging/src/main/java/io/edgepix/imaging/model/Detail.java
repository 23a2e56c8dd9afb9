package io.edgepix.imaging.model;

import io.edgepix.derivative.Format;

/**
 * The detail of an original that its derivatives can show, along the side that is shrunk least.
 *
 * @param shrink the number of its pixels for one pixel of the derivative
 * @param chroma the number of its pixels for one sample of chroma, at least {@code shrink}
 */
public record Detail(double shrink, double chroma) {
    /**
     * The fewest samples of an original along a side for each pixel of a derivative, before Lanczos filters them. With
     * fewer, textures turn into moire.
     */
    public static final double SAMPLES_A_PIXEL = 3;

    /**
     * Returns how often samples can be halved before Lanczos filters them.
     *
     * @param shrink the number of samples for one pixel of the derivative
     */
    public static int halvings(double shrink) {
        int halvings = 0;
        for (double left = shrink; left >= 2 * SAMPLES_A_PIXEL; left /= 2) {
            halvings++;
        }
        return halvings;
    }

    /**
     * Returns the detail of a derivative, whose chroma may have half the resolution.
     *
     * @param shrink the number of the original's pixels for one of the derivative
     */
    public static Detail of(double shrink, Format format, int quality) {
        return new Detail(shrink, shrink * Chroma.shared(format, quality));
    }

    /** Returns the detail that is enough for both. */
    public Detail and(Detail other) {
        return new Detail(Math.min(shrink, other.shrink), Math.min(chroma, other.chroma));
    }
}
