package io.edgepix.imaging;

import io.edgepix.imaging.foreign.Planes;

/**
 * An original decoded to luma and chroma.
 *
 * @param shrink how many times shorter than the header's its sides are, rounded up
 * @param colour how its RGB is brought to sRGB
 */
record PlanarOriginal(Planes planes, Levels levels, int shrink, Header header, Colour colour) {
    /** Whether its colours mean the same in sRGB. */
    boolean isSrgb() {
        return colour.equals(Colour.SRGB) || colour.equals(Colour.GREY);
    }
}
