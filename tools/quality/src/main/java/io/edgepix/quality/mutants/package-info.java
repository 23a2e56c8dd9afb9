/** What our renderers make of pictures that were damaged on purpose. */
@NullMarked
package io.edgepix.quality.mutants;

import org.jspecify.annotations.NullMarked;
