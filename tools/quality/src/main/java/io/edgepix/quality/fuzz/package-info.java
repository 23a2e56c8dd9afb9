/** Fuzzes the renderers. */
@NullMarked
package io.edgepix.quality.fuzz;

import org.jspecify.annotations.NullMarked;
