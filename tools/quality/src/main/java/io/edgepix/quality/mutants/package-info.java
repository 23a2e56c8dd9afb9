/** Renders pictures that were damaged on purpose, and generated pictures that need a lot of work. */
@NullMarked
package io.edgepix.quality.mutants;

import org.jspecify.annotations.NullMarked;
