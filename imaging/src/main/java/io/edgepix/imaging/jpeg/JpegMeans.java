package io.edgepix.imaging.jpeg;

/**
 * Tells whether a derivative needs no more of a progressive JPEG than the mean of each block.
 *
 * <p>A block must not span more than a third of a pixel of the derivative, or two thirds where it is of chroma, which
 * derivatives in WebP and JPEG store at half size anyway. Means of larger blocks turn fine textures into moire.
 */
public final class JpegMeans {
    private static final int BLOCK = 8;
    /** Smallest number of blocks for a pixel. */
    private static final double SPARE = 3;

    private JpegMeans() {}

    public static boolean suffice(JpegHeader header, double shrink) {
        if (!header.isProgressive()) {
            return false;
        }
        int across = 0;
        int down = 0;
        for (int i = 0; i < header.components(); i++) {
            across = Math.max(across, header.across(i));
            down = Math.max(down, header.down(i));
        }
        for (int i = 0; i < header.components(); i++) {
            double span = shrink / SPARE * (header.isChroma(i) ? 2 : 1);
            if (BLOCK * across > span * header.across(i) || BLOCK * down > span * header.down(i)) {
                return false;
            }
        }
        return true;
    }
}
