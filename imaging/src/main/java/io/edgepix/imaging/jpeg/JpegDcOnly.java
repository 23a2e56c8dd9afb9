package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.model.Detail;

/**
 * Tells whether the mean of each block of a progressive JPEG is enough for a derivative.
 *
 * <p>A block must not span more than a third of a pixel of the derivative. A block of chroma must not span more than
 * two thirds, since WebP and JPEG derivatives store chroma at half size anyway. Means of larger blocks turn fine
 * textures into moire.
 */
public final class JpegDcOnly {
    private JpegDcOnly() {}

    /**
     * Tells whether the means are enough for a derivative.
     *
     * @param shrink the number of pixels of the original for each pixel of the derivative
     */
    public static boolean suffice(JpegHeader header, double shrink) {
        if (!header.isProgressive()) {
            return false;
        }
        JpegSampling largest = JpegSampling.largest(header);
        for (int i = 0; i < header.components(); i++) {
            double span = shrink / Detail.SAMPLES_A_PIXEL * (header.isChroma(i) ? 2 : 1);
            boolean wide = JpegBlock.SIDE * largest.across() > span * header.across(i);
            boolean high = JpegBlock.SIDE * largest.down() > span * header.down(i);
            if (wide || high) {
                return false;
            }
        }
        return true;
    }
}
