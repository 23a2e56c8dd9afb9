/** Parts that all benchmarks use: settings, repeated measurements, rows of results, and the machine. */
@NullMarked
package io.edgepix.bench.measurement;

import org.jspecify.annotations.NullMarked;
