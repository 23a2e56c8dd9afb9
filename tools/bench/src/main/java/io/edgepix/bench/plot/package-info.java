/** Plots as SVG. */
@NullMarked
package io.edgepix.bench.plot;

import org.jspecify.annotations.NullMarked;
