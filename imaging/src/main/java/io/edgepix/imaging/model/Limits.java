package io.edgepix.imaging.model;

import io.edgepix.derivative.Config;

/**
 * The largest original that is decoded.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height, as the header states them; of an animation, times its frames
 * @param maxFrames of an animation; of one that has more, or more pixels in all, the first frame is served
 * @param lenient whether of a picture that is cut short the readable part is served
 */
public record Limits(long maxBytes, long maxPixels, int maxFrames, boolean lenient) {
    /** How many frames an animation may have where nothing is said. */
    public static final int MAX_FRAMES = 300;

    /** With up to {@value #MAX_FRAMES} frames, and whole pictures only. */
    public Limits(long maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, MAX_FRAMES, false);
    }

    /** Checks the numbers. */
    public Limits {
        if (maxBytes < 1 || maxPixels < 1 || maxFrames < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, and were " + maxBytes + ", " + maxPixels + " and " + maxFrames);
        }
    }

    /** What a configuration says. */
    public static Limits of(Config config) {
        return new Limits(config.maxBytes(), config.maxPixels(), config.maxFrames(), config.lenient());
    }
}
