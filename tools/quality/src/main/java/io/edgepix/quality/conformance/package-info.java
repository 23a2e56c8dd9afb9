/** Compares the derivatives of a folder of pictures with those of independent renderers. */
@NullMarked
package io.edgepix.quality.conformance;

import org.jspecify.annotations.NullMarked;
