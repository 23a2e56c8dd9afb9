package io.edgepix.imaging.foreign;

/**
 * One plane of 8-bit samples at an address outside the heap.
 *
 * @param stride from row to row, in bytes
 * @param width in samples, without padding
 */
public record NativePlane(long address, long stride, int width, int height) {}
