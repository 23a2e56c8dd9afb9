package io.edgepix.imaging.model;

/**
 * The limits of originals.
 *
 * @param maxBytes the most bytes of a file
 * @param maxPixels the most pixels: width times height by the header, and for an animation also times its frames
 * @param maxFrames the most frames of an animation. If it has more frames, or more pixels in all, only its first frame
 *     is served
 * @param lenient whether the readable part of a picture that is cut short is served
 * @param timeFactor the factor by which decoding, and encoding an animation, may take longer than on a request; see
 *     {@link Cost}
 */
public record Limits(long maxBytes, long maxPixels, int maxFrames, boolean lenient, int timeFactor) {
    /** The most frames of an animation, if the configuration does not set it. */
    public static final int MAX_FRAMES = 300;

    /** Creates limits for a request. */
    public Limits(long maxBytes, long maxPixels, int maxFrames, boolean lenient) {
        this(maxBytes, maxPixels, maxFrames, lenient, 1);
    }

    /** Creates limits for a request, with up to {@value #MAX_FRAMES} frames, for whole pictures only. */
    public Limits(long maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, MAX_FRAMES, false);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Limits {
        if (maxBytes < 1 || maxPixels < 1 || maxFrames < 1 || timeFactor < 1) {
            throw new IllegalArgumentException("Expected limits of at least 1, got " + maxBytes + ", " + maxPixels
                    + ", " + maxFrames + " and " + timeFactor);
        }
    }

    /** Returns these limits with a different factor of time. */
    public Limits withTimeFactor(int other) {
        return new Limits(maxBytes, maxPixels, maxFrames, lenient, other);
    }
}
