package io.edgepix.imaging;

import io.edgepix.derivative.Format;

/**
 * How much of an original its derivatives can show, along the side where they are shrunk least.
 *
 * @param shrink how many of its pixels go into one
 * @param chroma how many of its pixels go into one for which there is chroma, at least as many
 */
record Detail(double shrink, double chroma) {
    /** Of a derivative in that format; WebP and JPEG have chroma for two pixels by two. */
    static Detail of(double shrink, Format format) {
        boolean halves = format == Format.WEBP || format == Format.JPEG;
        return new Detail(shrink, halves ? 2 * shrink : shrink);
    }

    /** What both of them can show. */
    Detail and(Detail other) {
        return new Detail(Math.min(shrink, other.shrink), Math.min(chroma, other.chroma));
    }
}
