package io.edgepix.imaging.foreign;

/**
 * One plane of 8-bit samples at an address outside the heap.
 *
 * @param stride the number of bytes from a row to the next
 * @param width the width in samples, without padding
 */
public record NativePlane(long address, long stride, int width, int height) {}
