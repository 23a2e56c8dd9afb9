package io.edgepix.imaging.picture;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells drawings, logos and screenshots from photographs: they have few colours, or runs of one colour, and are smaller
 * without loss.
 */
public final class Drawn {
    private static final int FEW = 256;
    /** One pixel in so many may be of another colour than all others, at most. */
    private static final int SPARSE = 4;
    /** One pixel in so many is like the one before it, at least. */
    private static final int RUNS = 2;

    private Drawn() {}

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

    /** Whether so many pixels that are like the one before them are those of a drawing. */
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
