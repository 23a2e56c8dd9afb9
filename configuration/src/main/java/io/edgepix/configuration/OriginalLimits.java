package io.edgepix.configuration;

/**
 * The limits of originals that are rendered.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height
 * @param maxFrames of an animation; longer ones become a still picture
 * @param lenient whether the readable part of a truncated original is served
 */
public record OriginalLimits(int maxBytes, int maxPixels, int maxFrames, boolean lenient) {}
