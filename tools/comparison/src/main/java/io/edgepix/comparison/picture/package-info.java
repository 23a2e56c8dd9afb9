/** Decoded pictures, and measurements of their similarity. */
@NullMarked
package io.edgepix.comparison.picture;

import org.jspecify.annotations.NullMarked;
