package io.edgepix.imaging.picture;

import java.util.HashSet;
import java.util.Set;

/**
 * Distinguishes drawings, logos and screenshots from photographs. Drawings have few colours or runs of one colour, and
 * are smaller with lossless compression.
 */
public final class GraphicHeuristic {
    private static final int FEW = 256;
    /** In a picture of few colours, at most one pixel in {@value} introduces a new colour. */
    private static final int SPARSE = 4;
    /** In a picture with runs, at least one pixel in {@value} is equal to the one before it. */
    private static final int RUNS = 2;

    private GraphicHeuristic() {}

    /** Tells whether a picture seems to be a drawing. */
    public static boolean seems(Picture picture) {
        int pixels = picture.width() * picture.height();
        int few = Math.min(FEW, pixels / SPARSE);
        int repeats = 0;
        Set<Integer> colours = new HashSet<>();
        int last = 0;
        for (int i = 0; i < pixels; i++) {
            int colour = colour(picture, i);
            if (i > 0 && colour == last) {
                repeats++;
            } else if (colours.size() <= few) {
                colours.add(colour);
            }
            last = colour;
        }
        return colours.size() <= few || isRuns(repeats, pixels);
    }

    /**
     * Tells whether a picture has runs.
     *
     * @param repeats the number of pixels that are equal to the one before them
     */
    public static boolean isRuns(long repeats, long pixels) {
        return repeats * RUNS >= pixels;
    }

    private static int colour(Picture picture, int pixel) {
        byte[] samples = picture.samples();
        int bands = picture.bands();
        int colour = 0;
        for (int i = pixel * bands; i < (pixel + 1) * bands; i++) {
            colour = (colour << 8) | (samples[i] & 0xFF);
        }
        return colour;
    }
}
