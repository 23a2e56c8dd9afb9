/** The parts that every benchmark needs: its setting, repeated measurements, rows of results, and the machine. */
@NullMarked
package io.edgepix.bench.measurement;

import org.jspecify.annotations.NullMarked;
