package io.edgepix.imaging.model;

import io.edgepix.derivative.Format;

/**
 * How much of an original its derivatives can show, along the side where they are shrunk least.
 *
 * @param shrink how many of its pixels go into one
 * @param chroma how many of its pixels go into one for which there is chroma, at least as many
 */
public record Detail(double shrink, double chroma) {
    /** Of a derivative, which may have chroma for two pixels by two alone. */
    public static Detail of(double shrink, Format format, int quality) {
        return new Detail(shrink, shrink * Chroma.shared(format, quality));
    }

    /** What both of them can show. */
    public Detail and(Detail other) {
        return new Detail(Math.min(shrink, other.shrink), Math.min(chroma, other.chroma));
    }
}
