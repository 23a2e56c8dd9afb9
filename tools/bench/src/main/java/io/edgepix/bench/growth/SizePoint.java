package io.edgepix.bench.growth;

/**
 * What one engine takes for an original of some size.
 *
 * @param megapixels of the original
 * @param millis of a rendering, in a process that has rendered before
 * @param megabytes at the peak, of a fresh process
 */
record SizePoint(String engine, double megapixels, double millis, double megabytes) {}
