package io.edgepix.imaging.sample;

/**
 * Some or all bands of an original, at its own size or smaller.
 *
 * @param rows the samples
 * @param across the number of the original's pixels for each sample across
 * @param down the number of the original's pixels for each sample down
 */
public record Plane(Rows rows, double across, double down) {}
