package io.edgepix.imaging;

/**
 * The largest original that is decoded.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height, as the header states them
 */
public record Limits(long maxBytes, long maxPixels) {
    /** Checks the numbers. */
    public Limits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("limits must be at least 1, and were " + maxBytes + " and " + maxPixels);
        }
    }
}
