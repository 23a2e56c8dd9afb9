package io.edgepix.imaging.sample;

/**
 * Some or all samples of an original, at its own size or smaller.
 *
 * @param across how many of the original's pixels one of the rows' stands for, as does down
 */
public record Plane(Rows rows, double across, double down) {}
