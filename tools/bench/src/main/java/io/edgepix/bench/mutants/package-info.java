/** What our renderers make of pictures that were damaged on purpose. */
@NullMarked
package io.edgepix.bench.mutants;

import org.jspecify.annotations.NullMarked;
