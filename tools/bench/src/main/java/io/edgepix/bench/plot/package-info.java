/** Plots as SVG; knows nothing of what is measured. */
@NullMarked
package io.edgepix.bench.plot;

import org.jspecify.annotations.NullMarked;
