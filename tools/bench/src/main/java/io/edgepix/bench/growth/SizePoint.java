package io.edgepix.bench.growth;

/**
 * The results of one runner for an original of one size.
 *
 * @param megapixels of the original
 * @param millis of a rendering, in a process that has rendered before
 * @param megabytes at the peak, of a fresh process
 */
record SizePoint(String engine, double megapixels, double millis, double megabytes) {}
