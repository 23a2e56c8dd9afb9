package io.edgepix.configuration;

/**
 * The rendering of AVIF at the edge.
 *
 * @param webpFirst whether the first viewer of an AVIF path gets WebP, while the AVIF is rendered without a viewer that
 *     waits
 * @param effort 0 for the fastest encoding to 9 for the smallest file
 */
public record AvifOptions(boolean webpFirst, int effort) {
    /** The largest effort. */
    public static final int MAX_EFFORT = 9;
}
