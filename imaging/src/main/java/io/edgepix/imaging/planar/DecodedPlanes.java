package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;

/**
 * Planes of luma and chroma as they were decoded, perhaps with fewer samples than the original stores.
 *
 * @param shrink the divisor of the sides. The planes have the header's sides divided by it, rounded up
 * @param scales whether the decoder would have returned fewer samples if only a smaller derivative was requested
 */
record DecodedPlanes(Planes planes, SampleRange range, Header header, int shrink, boolean scales) {
    /** Returns planes with all samples, from a decoder that cannot leave any out. */
    static DecodedPlanes whole(Planes planes, SampleRange range, Header header) {
        return new DecodedPlanes(planes, range, header, 1, false);
    }

    /** Returns planes whose sides were divided by a power of 2, as much as the smallest shrinking of them allows. */
    static DecodedPlanes halved(Planes planes, Header header, int shrink) {
        return new DecodedPlanes(planes, SampleRange.FULL, header, shrink, false);
    }

    /** Returns planes of a JPEG whose sides were divided by 1, 2, 4 or 8. */
    static DecodedPlanes ofJpeg(Planes planes, Header header, int shrink) {
        return new DecodedPlanes(planes, SampleRange.FULL, header, shrink, true);
    }

    /**
     * Returns the least number of times that samples are halved for a derivative. With it, the result does not depend
     * on larger derivatives of the same call.
     *
     * @param share the number of columns that share a sample of chroma; 0 for greys
     */
    int halvedFor(Crop frame, int share) {
        int divisor = scales ? JpegScale.divisor(Chroma.shrink(frame, share)) : 1;
        return divisor <= shrink ? 0 : Integer.numberOfTrailingZeros(divisor / shrink);
    }
}
