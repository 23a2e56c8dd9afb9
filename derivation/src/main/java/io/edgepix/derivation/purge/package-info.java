/** Removes the derivatives of originals from a bucket. */
@NullMarked
package io.edgepix.derivation.purge;

import org.jspecify.annotations.NullMarked;
