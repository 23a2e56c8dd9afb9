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
    /** The fewest bits of lossless WebP for a pixel that its neighbours do not predict. It took 7 or more when measured. */
    private static final int LEAST_BITS = 3;

    private GraphicHeuristic() {}

    /** Tells whether a picture seems to be a drawing. */
    public static boolean seems(Picture picture) {
        return hasFewColours(picture) || hasRuns(picture);
    }

    /**
     * Tells whether lossless WebP may be smaller than lossy WebP, so that it is worth its time. This is so for pictures of
     * few colours. It is so for pictures with runs, unless many pixels differ from what their neighbours predict, as in
     * the flower of a photograph with a plain background.
     *
     * @param lossy the bytes of the lossy WebP
     */
    public static boolean losslessMayBeSmaller(Picture picture, int lossy) {
        return hasFewColours(picture) || (hasRuns(picture) && unpredicted(picture) * LEAST_BITS / Byte.SIZE <= lossy);
    }

    private static boolean hasFewColours(Picture picture) {
        int pixels = picture.width() * picture.height();
        int few = Math.min(FEW, pixels / SPARSE);
        Set<Integer> colours = new HashSet<>();
        int last = 0;
        for (int i = 0; i < pixels && colours.size() <= few; i++) {
            int colour = colour(picture, i);
            if (i == 0 || colour != last) {
                colours.add(colour);
            }
            last = colour;
        }
        return colours.size() <= few;
    }

    private static boolean hasRuns(Picture picture) {
        int pixels = picture.width() * picture.height();
        int repeats = 0;
        int last = colour(picture, 0);
        for (int i = 1; i < pixels; i++) {
            int colour = colour(picture, i);
            repeats += colour == last ? 1 : 0;
            last = colour;
        }
        return isRuns(repeats, pixels);
    }

    /**
     * Tells whether a picture has runs.
     *
     * @param repeats the number of pixels that are equal to the one before them
     */
    public static boolean isRuns(long repeats, long pixels) {
        return repeats * RUNS >= pixels;
    }

    /**
     * Returns the number of pixels that are not equal to the one on the left, to the one above, or to their sum less the
     * one between them. These are predictors of lossless WebP (RFC 9649, section 4.1).
     */
    private static long unpredicted(Picture picture) {
        byte[] samples = picture.samples();
        int bands = picture.bands();
        int row = picture.width() * bands;
        long count = 0;
        for (int y = 1; y < picture.height(); y++) {
            for (int at = y * row + bands; at < (y + 1) * row; at += bands) {
                boolean left = true;
                boolean above = true;
                boolean slope = true;
                for (int i = at; i < at + bands; i++) {
                    int sample = samples[i] & 0xFF;
                    int before = samples[i - bands] & 0xFF;
                    int over = samples[i - row] & 0xFF;
                    left &= sample == before;
                    above &= sample == over;
                    slope &= sample == before + over - (samples[i - row - bands] & 0xFF);
                }
                count += left || above || slope ? 0 : 1;
            }
        }
        return count;
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
