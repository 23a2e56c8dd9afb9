/** Renders pictures that were damaged on purpose, and generated ones that need much work. */
@NullMarked
package io.edgepix.quality.mutants;

import org.jspecify.annotations.NullMarked;
